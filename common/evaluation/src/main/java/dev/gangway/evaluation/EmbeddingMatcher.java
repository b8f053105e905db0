package dev.gangway.evaluation;

import java.util.List;

/** Compares faces by the features of a network. */
public final class EmbeddingMatcher implements FaceMatcher {

    private final FeatureExtractor faces;
    private final String measure;
    private final Comparison comparison;

    private EmbeddingMatcher(FeatureExtractor faces, String measure, Comparison comparison) {
        this.faces = faces;
        this.measure = measure;
        this.comparison = comparison;
    }

    @FunctionalInterface
    private interface Comparison {
        Similarity between(List<float[]> truths, List<float[]> candidates);
    }

    /**
     * By the cosine of the angle between two rows, from each of which the mean of the true images' rows was taken: what all faces
     * have in common would otherwise make all of them alike. In [-1, 1]; 0 for a row that is the mean itself.
     */
    public static FaceMatcher cosine(FeatureExtractor faces) {
        return new EmbeddingMatcher(faces, "cosine", EmbeddingMatcher::cosines);
    }

    /** By the Euclidean distance of two rows, counted negative: 0 for the same row, and the lower, the less alike. */
    public static FaceMatcher euclidean(FeatureExtractor faces) {
        return new EmbeddingMatcher(
                faces,
                "euclidean",
                (truths, candidates) -> (candidate, truth) ->
                        -Math.sqrt(squaredDistance(candidates.get(candidate), truths.get(truth))));
    }

    @Override
    public String name() {
        return faces.name() + "-" + measure;
    }

    @Override
    public FeatureExtractor faces() {
        return faces;
    }

    @Override
    public Similarity between(List<float[]> truths, List<float[]> candidates) {
        return comparison.between(truths, candidates);
    }

    private static Similarity cosines(List<float[]> truths, List<float[]> candidates) {
        double[] mean = mean(truths);
        float[][] trueDirections = directions(truths, mean);
        float[][] candidateDirections = directions(candidates, mean);
        return (candidate, truth) -> product(candidateDirections[candidate], trueDirections[truth]);
    }

    private static double[] mean(List<float[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= rows.size();
        }
        return mean;
    }

    private static float[][] directions(List<float[]> rows, double[] mean) {
        return rows.stream().map(row -> direction(row, mean)).toArray(float[][]::new);
    }

    /** The row seen from the mean, of length 1; in single precision, for there may be 10,000 of 2048 values. */
    private static float[] direction(float[] row, double[] mean) {
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            squares += (row[i] - mean[i]) * (row[i] - mean[i]);
        }
        double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
        float[] direction = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            direction[i] = (float) ((row[i] - mean[i]) * scale);
        }
        return direction;
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }

    private static double squaredDistance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (double) one[i] - other[i];
            squares += difference * difference;
        }
        return squares;
    }
}
