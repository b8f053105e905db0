package dev.gangway.evaluation;

import dev.gangway.evaluation.FaceMatcher.Similarity;
import java.util.Arrays;
import java.util.List;

/**
 * Whether completed faces are still those of the same people (RankGAN, section 4.2 and Table 2): the similarity of each
 * completed image to its own truth, and how well similarity tells these genuine pairs from impostor pairs, which are a
 * completed image and the truth of another.
 *
 * <p>With up to 101 images every impostor pair is compared. With more, each of n completed images meets 100 others: those
 * that lie 1 + ⌊(2m+1)(n-1)/200⌋ places further on, m from 0 to 99, counted round. The places are spread over the whole set,
 * so that a set that is sorted by person is not compared with its neighbours alone.
 *
 * @param matcher the name of the matcher
 * @param similarity over genuine pairs
 * @param auc the area under the curve in [0, 1]; for the true images themselves it is 1 unless some of them are alike
 * @param genuine how many genuine pairs were compared
 * @param impostors how many impostor pairs were compared
 */
public record FaceVerification(String matcher, Summary similarity, double auc, long genuine, long impostors) {

    private static final int MOST_IMPOSTORS_PER_IMAGE = 100;

    /**
     * Compares completed images to true ones.
     *
     * @param truths rows by which the matcher describes the true images, at least two
     * @param completed rows of the same images, completed, in the same order
     */
    public static FaceVerification of(FaceMatcher matcher, List<float[]> truths, List<float[]> completed) {
        int images = truths.size();
        if (images < 2 || completed.size() != images) {
            throw new IllegalArgumentException("faces of " + images + " true and " + completed.size()
                    + " completed images: as many as one another are needed, and two at least");
        }
        Similarity similarity = matcher.between(truths, completed);
        double[] genuine = new double[images];
        Arrays.setAll(genuine, image -> similarity.of(image, image));
        double[] impostors = impostors(similarity, images);
        return new FaceVerification(
                matcher.name(),
                Summary.of(Arrays.stream(genuine)),
                AreaUnderCurve.of(genuine, impostors),
                genuine.length,
                impostors.length);
    }

    private static double[] impostors(Similarity similarity, int images) {
        int others = Math.min(images - 1, MOST_IMPOSTORS_PER_IMAGE);
        double[] scores = new double[images * others];
        Arrays.parallelSetAll(scores, pair -> {
            int image = pair / others;
            return similarity.of(image, (image + shift(pair % others, others, images)) % images);
        });
        return scores;
    }

    /** The middle of the {@code m}th of {@code others} equal parts of 1 to {@code images} - 1. */
    private static int shift(int m, int others, int images) {
        return 1 + Math.toIntExact((2L * m + 1) * (images - 1) / (2L * others));
    }
}
