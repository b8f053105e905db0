package dev.gangway.evaluation;

import org.ejml.data.DMatrixRMaj;

/**
 * Count, mean and co-moment of a set's features, in double precision and mergeable: the statistics of a set are the same
 * (to rounding) however it was cut into parts.
 *
 * <p>Merging follows Chan, Golub and LeVeque (1979): C = C₁ + C₂ + n₁n₂/(n₁+n₂) (m₂-m₁)(m₂-m₁)ᵀ.
 */
public final class FeatureStatistics {

    private final String extractor;
    private final long count;
    private final double[] mean;
    private final Deviations deviations;

    private FeatureStatistics(String extractor, long count, double[] mean, Deviations deviations) {
        this.extractor = extractor;
        this.count = count;
        this.mean = mean;
        this.deviations = deviations;
    }

    /** The statistics of one set. */
    public static FeatureStatistics of(Features features) {
        double[] mean = meanOf(features.rows());
        return new FeatureStatistics(
                features.extractor(), features.count(), mean, Deviations.of(centred(features.rows(), mean)));
    }

    /** The statistics of this set and {@code other} together; features of another extractor are refused. */
    public FeatureStatistics merge(FeatureStatistics other) {
        requireExtractorOf(other);
        long total = count + other.count;
        double[] merged = new double[mean.length];
        double[] shift = new double[mean.length];
        double weight = Math.sqrt((double) count / total * other.count);
        for (int i = 0; i < merged.length; i++) {
            double difference = other.mean[i] - mean[i];
            merged[i] = mean[i] + difference * other.count / total;
            shift[i] = weight * difference;
        }
        return new FeatureStatistics(extractor, total, merged, deviations.plus(other.deviations, shift));
    }

    /** The name of the extractor that made the features. */
    public String extractor() {
        return extractor;
    }

    /** How many images the statistics are of. */
    public long count() {
        return count;
    }

    /** How many features an image has. */
    public int dimension() {
        return mean.length;
    }

    /** The mean of each feature. */
    public double[] mean() {
        return mean.clone();
    }

    Deviations deviations() {
        return deviations;
    }

    double squaredDistanceOfMeans(FeatureStatistics other) {
        double distance = 0;
        for (int i = 0; i < mean.length; i++) {
            distance += Math.pow(mean[i] - other.mean[i], 2);
        }
        return distance;
    }

    void requireExtractorOf(FeatureStatistics other) {
        if (!extractor.equals(other.extractor) || dimension() != other.dimension()) {
            throw new IllegalArgumentException("features of " + extractor + " (" + dimension() + ") and of "
                    + other.extractor + " (" + other.dimension() + ") do not belong together");
        }
    }

    private static double[] meanOf(DMatrixRMaj rows) {
        double[] mean = new double[rows.getNumCols()];
        for (int i = 0; i < rows.getNumElements(); i++) {
            mean[i % mean.length] += rows.data[i];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= rows.getNumRows();
        }
        return mean;
    }

    private static DMatrixRMaj centred(DMatrixRMaj rows, double[] mean) {
        DMatrixRMaj centred = rows.copy();
        for (int i = 0; i < centred.getNumElements(); i++) {
            centred.data[i] -= mean[i % mean.length];
        }
        return centred;
    }
}
