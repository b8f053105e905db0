package dev.gangway.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The kernel distance between two sets of features (Bińkowski et al. 2018): the unbiased estimate of the squared maximum
 * mean discrepancy with the kernel k(x, y) = (xᵀy / dimension + 1)³, over all pairs of rows at once, not over subsets.
 *
 * <p>It is unbiased at any count, and may thus be slightly negative for sets that do not differ.
 *
 * @param value the distance
 * @param truthCount how many true images were compared
 * @param completedCount how many completed images were compared
 * @param extractor the name of the extractor that made the features
 */
public record KernelDistance(double value, long truthCount, long completedCount, String extractor) {

    private static final int ROWS_AT_ONCE = 1024;

    /** Compares two sets of at least two images each, described by the same extractor. */
    public static KernelDistance between(Features truth, Features completed) {
        if (!truth.extractor().equals(completed.extractor()) || truth.dimension() != completed.dimension()) {
            throw new IllegalArgumentException("features of " + truth.extractor() + " and of " + completed.extractor()
                    + " do not belong together");
        }
        double m = requirePair(truth);
        double n = requirePair(completed);
        double value = (kernelSum(truth, truth) - kernelOfSelf(truth)) / (m * (m - 1))
                + (kernelSum(completed, completed) - kernelOfSelf(completed)) / (n * (n - 1))
                - 2 * kernelSum(truth, completed) / (m * n);
        return new KernelDistance(value, truth.count(), completed.count(), truth.extractor());
    }

    /** Whether both sets have images enough for the distance to be trusted: at least 50 each. */
    public boolean reliable() {
        return ImageCounts.of(truthCount, completedCount).sufficeForDistances();
    }

    /** The name under which the distance is published, such as {@code KID-resnet50}; {@code KID} for the standard Inception network. */
    public String metric() {
        return Metrics.named("KID", extractor);
    }

    private static double requirePair(Features features) {
        if (features.count() < 2) {
            throw new IllegalArgumentException("a kernel distance needs at least two images a set");
        }
        return features.count();
    }

    private static double kernelSum(Features x, Features y) {
        double sum = 0;
        for (int start = 0; start < x.count(); start += ROWS_AT_ONCE) {
            DMatrixRMaj products = MatrixProduct.timesTransposed(rows(x, start), y.rows());
            for (double product : products.data) {
                sum += kernel(product, x.dimension());
            }
        }
        return sum;
    }

    private static DMatrixRMaj rows(Features features, int start) {
        int end = Math.min(start + ROWS_AT_ONCE, features.count());
        return CommonOps_DDRM.extract(features.rows(), start, end, 0, features.dimension());
    }

    private static double kernelOfSelf(Features features) {
        double sum = 0;
        DMatrixRMaj rows = features.rows();
        for (int row = 0; row < features.count(); row++) {
            double product = 0;
            for (int column = 0; column < features.dimension(); column++) {
                product += rows.get(row, column) * rows.get(row, column);
            }
            sum += kernel(product, features.dimension());
        }
        return sum;
    }

    private static double kernel(double product, int dimension) {
        double base = product / dimension + 1;
        return base * base * base;
    }
}
