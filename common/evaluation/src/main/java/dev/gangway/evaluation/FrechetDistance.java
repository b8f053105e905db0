package dev.gangway.evaluation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The Fréchet distance between two sets of features (Heusel et al. 2017), each taken as a Gaussian: |m₁-m₂|² + tr Σ₁ + tr
 * Σ₂ - 2 tr (Σ₁Σ₂)^½, covariances with N-1.
 *
 * @param value the distance, at least 0; rounding below zero is given as zero
 * @param truthCount how many true images were compared
 * @param completedCount how many completed images were compared
 * @param extractor the name of the extractor that made the features
 * @param reliable whether both sets have at least twice as many images as features, and at least 50; below the former the
 *     distance is biased upwards so much that only distances at equal counts can be compared, and {@link KernelDistance} says more
 */
public record FrechetDistance(double value, long truthCount, long completedCount, String extractor, boolean reliable) {

    private static final int IMAGES_PER_FEATURE = 2;

    /** Compares two sets of at least two images each, described by the same extractor. */
    public static FrechetDistance between(FeatureStatistics truth, FeatureStatistics completed) {
        truth.requireExtractorOf(completed);
        double value = truth.squaredDistanceOfMeans(completed)
                + truth.deviations().trace() / degreesOfFreedom(truth)
                + completed.deviations().trace() / degreesOfFreedom(completed)
                - 2 * traceOfRoot(truth, completed);
        return new FrechetDistance(
                Math.max(0, value),
                truth.count(),
                completed.count(),
                truth.extractor(),
                ImageCounts.of(truth.count(), completed.count())
                        .suffice((long) IMAGES_PER_FEATURE * truth.dimension()));
    }

    /** The name under which the distance is published, such as {@code FID-resnet50}; {@code FID} for the standard Inception network. */
    public String metric() {
        return Metrics.named("FID", extractor);
    }

    /**
     * tr (Σ₁Σ₂)^½. The eigenvalues of Σ₁Σ₂ other than zero are those of (F₁F₂ᵀ)(F₁F₂ᵀ)ᵀ, where Σ = FᵀF: their roots are the
     * singular values of F₁F₂ᵀ. No root of a rounding error is taken, and few images make a small matrix.
     */
    private static double traceOfRoot(FeatureStatistics truth, FeatureStatistics completed) {
        DMatrixRMaj product = MatrixProduct.timesTransposed(
                truth.deviations().factor(), completed.deviations().factor());
        double scale = Math.sqrt(degreesOfFreedom(truth)) * Math.sqrt(degreesOfFreedom(completed));
        return sumOfSingularValues(product) / scale;
    }

    private static double sumOfSingularValues(DMatrixRMaj matrix) {
        if (matrix.getNumElements() == 0) {
            return 0;
        }
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(matrix.getNumRows(), matrix.getNumCols(), false, false, true);
        if (!decomposition.decompose(matrix)) {
            throw new ArithmeticException("the singular values of the features' covariances do not converge");
        }
        return Arrays.stream(decomposition.getSingularValues()).sum();
    }

    private static double degreesOfFreedom(FeatureStatistics statistics) {
        if (statistics.count() < 2) {
            throw new IllegalArgumentException("a Fréchet distance needs at least two images a set");
        }
        return statistics.count() - 1.0;
    }
}
