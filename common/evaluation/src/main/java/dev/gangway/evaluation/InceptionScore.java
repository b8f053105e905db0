package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Inception Score of a set of images (Salimans et al. 2016): exp of the mean Kullback-Leibler divergence of each image's
 * class probabilities to their mean over the set. It is 1 when all images are classified alike and at most the number of
 * classes.
 *
 * <p>Scores are comparable only between sets that were classified by the same extractor and cut into as many splits.
 *
 * @param value the score; with several splits the mean over the splits
 * @param deviation the population standard deviation over the splits; 0 with one split
 * @param count how many images were scored
 * @param splits into how many parts the set was cut, each of which has a mean of its own
 * @param extractor the name of the extractor that classified the images
 */
public record InceptionScore(double value, double deviation, long count, int splits, String extractor) {

    /** Scores {@code images} as one split. */
    public static InceptionScore of(String extractor, List<ImageFeatures> images) {
        return of(extractor, images, 1);
    }

    /**
     * Scores {@code images} cut, in their order, into {@code splits} parts of nearly equal size. The literature often uses
     * 10 parts of 5,000 images each; with few images one part, the default here, is the less biased.
     *
     * @throws IllegalArgumentException when there are fewer images than parts, or images without class probabilities
     */
    public static InceptionScore of(String extractor, List<ImageFeatures> images, int splits) {
        if (splits < 1 || images.size() < splits) {
            throw new IllegalArgumentException(images.size() + " images cannot be cut into " + splits + " parts");
        }
        double[] scores = IntStream.range(0, splits)
                .mapToObj(split -> images.subList(start(split, splits, images), start(split + 1, splits, images)))
                .mapToDouble(part -> ClassStatistics.of(extractor, part).value())
                .toArray();
        double mean = Arrays.stream(scores).average().orElseThrow();
        double variance = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow();
        return new InceptionScore(mean, Math.sqrt(variance), images.size(), splits, extractor);
    }

    /** The name under which the score is published, such as {@code inception-score-resnet50}. */
    public String metric() {
        return Metrics.named("inception-score", extractor);
    }

    private static int start(int split, int splits, List<ImageFeatures> images) {
        return Math.toIntExact((long) split * images.size() / splits);
    }
}
