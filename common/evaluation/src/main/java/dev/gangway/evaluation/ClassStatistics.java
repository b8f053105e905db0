package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What a set's Inception Score is made of, in double precision and mergeable: the score is the same (to rounding) however the
 * set was cut into parts.
 *
 * <p>The mean divergence of n rows p to their mean m is 1/n Σ Σ p log p - Σ m log m: the first sum and n m add up over parts.
 *
 * @param extractor the name of the extractor that classified the images
 * @param count how many images were classified
 * @param classes the sum of the images' probabilities of each class
 * @param information the sum of p log p over images and classes, with natural logarithms; at most 0
 */
public record ClassStatistics(String extractor, long count, double[] classes, double information) {

    /**
     * The statistics of {@code images} as {@code extractor} classified them.
     *
     * @throws IllegalArgumentException when there are none, or images without class probabilities
     */
    public static ClassStatistics of(String extractor, List<ImageFeatures> images) {
        return of(
                extractor,
                images.stream().map(image -> widen(image.probabilities())).toArray(double[][]::new));
    }

    /** The statistics of rows of class probabilities, each adding up to 1. */
    static ClassStatistics of(String extractor, double[][] probabilities) {
        if (probabilities.length == 0
                || Arrays.stream(probabilities)
                        .anyMatch(row -> row.length == 0 || row.length != probabilities[0].length)) {
            throw new IllegalArgumentException("the images were not classified by one extractor: " + extractor);
        }
        double[] classes = new double[probabilities[0].length];
        double information = 0;
        for (double[] row : probabilities) {
            for (int i = 0; i < row.length; i++) {
                classes[i] += row[i];
            }
            information += information(row);
        }
        return new ClassStatistics(extractor, probabilities.length, classes, information);
    }

    /** The statistics of this set and {@code other} together; those of another extractor are refused. */
    public ClassStatistics merge(ClassStatistics other) {
        if (!extractor.equals(other.extractor) || classes.length != other.classes.length) {
            throw new IllegalArgumentException(
                    "classes of " + extractor + " and of " + other.extractor + " do not belong together");
        }
        double[] merged = new double[classes.length];
        Arrays.setAll(merged, i -> classes[i] + other.classes[i]);
        return new ClassStatistics(extractor, count + other.count, merged, information + other.information);
    }

    /** The score of the set as one split. */
    public InceptionScore score() {
        return new InceptionScore(value(), 0, count, 1, extractor);
    }

    double value() {
        double[] mean = Arrays.stream(classes).map(sum -> sum / count).toArray();
        return Math.exp(information / count - information(mean));
    }

    private static double information(double[] probabilities) {
        return Arrays.stream(probabilities)
                .filter(probability -> probability > 0)
                .map(probability -> probability * Math.log(probability))
                .sum();
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
