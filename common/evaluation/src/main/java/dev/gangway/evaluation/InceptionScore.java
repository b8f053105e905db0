package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.List;

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
        return of(
                extractor,
                images.stream().map(image -> widen(image.probabilities())).toArray(double[][]::new),
                splits);
    }

    /** Scores rows of class probabilities, each adding up to 1. */
    static InceptionScore of(String extractor, double[][] probabilities, int splits) {
        if (splits < 1 || probabilities.length < splits) {
            throw new IllegalArgumentException(
                    probabilities.length + " images cannot be cut into " + splits + " parts");
        }
        if (Arrays.stream(probabilities).anyMatch(row -> row.length == 0 || row.length != probabilities[0].length)) {
            throw new IllegalArgumentException("the images were not classified by one extractor: " + extractor);
        }
        double[] scores = new double[splits];
        for (int split = 0; split < splits; split++) {
            scores[split] = ofOne(Arrays.copyOfRange(
                    probabilities, start(split, splits, probabilities), start(split + 1, splits, probabilities)));
        }
        double mean = Arrays.stream(scores).average().orElseThrow();
        double variance = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow();
        return new InceptionScore(mean, Math.sqrt(variance), probabilities.length, splits, extractor);
    }

    /** The name under which the score is published, such as {@code inception-score-resnet50}. */
    public String metric() {
        return "inception-score-" + extractor;
    }

    private static int start(int split, int splits, double[][] rows) {
        return Math.toIntExact((long) split * rows.length / splits);
    }

    private static double ofOne(double[][] probabilities) {
        double[] mean = meanOf(probabilities);
        double divergence = 0;
        for (double[] row : probabilities) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] > 0) {
                    divergence += row[i] * Math.log(row[i] / mean[i]);
                }
            }
        }
        return Math.exp(divergence / probabilities.length);
    }

    private static double[] meanOf(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
