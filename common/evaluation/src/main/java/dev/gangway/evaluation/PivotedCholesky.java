package dev.gangway.evaluation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Factors a symmetric positive semi-definite matrix C, which need not have full rank, as C = FᵀF.
 *
 * <p>Each step takes the dimension with the largest remaining variance as the pivot and removes what it explains from
 * all others; it ends when nothing but rounding is left. The rank shows itself, where the plain factorisation would
 * divide by zero, and no eigenvectors are needed.
 */
final class PivotedCholesky {

    private static final double ROUNDING = Math.ulp(1.0);

    private PivotedCholesky() {}

    /** The factor F, (rank, dimension), of {@code matrix}, (dimension, dimension). */
    static DMatrixRMaj factor(DMatrixRMaj matrix) {
        int dimension = matrix.getNumRows();
        double[] remaining = diagonal(matrix);
        double smallest = dimension * ROUNDING * Arrays.stream(remaining).max().orElse(0);
        double[] factor = new double[dimension * dimension];
        int rank = 0;
        for (int pivot = largest(remaining);
                rank < dimension && remaining[pivot] > smallest;
                pivot = largest(remaining)) {
            addRow(factor, rank, pivot, matrix, remaining);
            rank++;
        }
        return DMatrixRMaj.wrap(rank, dimension, Arrays.copyOf(factor, rank * dimension));
    }

    private static void addRow(double[] factor, int rank, int pivot, DMatrixRMaj matrix, double[] remaining) {
        int dimension = remaining.length;
        int start = rank * dimension;
        System.arraycopy(matrix.data, pivot * dimension, factor, start, dimension);
        for (int earlier = 0; earlier < rank; earlier++) {
            double explained = factor[earlier * dimension + pivot];
            for (int column = 0; column < dimension; column++) {
                factor[start + column] -= explained * factor[earlier * dimension + column];
            }
        }
        double scale = 1 / Math.sqrt(remaining[pivot]);
        for (int column = 0; column < dimension; column++) {
            factor[start + column] *= scale;
            remaining[column] -= factor[start + column] * factor[start + column];
        }
        remaining[pivot] = 0;
    }

    private static double[] diagonal(DMatrixRMaj matrix) {
        double[] diagonal = new double[matrix.getNumRows()];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = matrix.get(i, i);
        }
        return diagonal;
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }
}
