package dev.gangway.evaluation;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Products of dense matrices, which take nearly all of the time of a distance between sets.
 *
 * <p>EJML multiplies at the speed of a scalar dot product. Here a panel of the right factor that fits the second-level
 * cache serves a group of rows, four panel rows at a time in a loop that becomes vector instructions, and the groups
 * run on all cores. Every value is summed in the same order on any number of cores.
 */
final class MatrixProduct {

    private static final int GROUP_ROWS = 64;
    private static final int PANEL_ROWS = 128;
    private static final int PANEL_COLUMNS = 256;
    private static final int AT_ONCE = 4;

    private final double[] left;
    private final double[] right;
    private final double[] product;
    private final int rows;
    private final int inner;
    private final int columns;

    private MatrixProduct(DMatrixRMaj left, DMatrixRMaj right) {
        this.left = left.data;
        this.right = right.data;
        this.rows = left.getNumRows();
        this.inner = left.getNumCols();
        this.columns = right.getNumCols();
        this.product = new double[rows * columns];
    }

    /** Left · rightᵀ. */
    static DMatrixRMaj timesTransposed(DMatrixRMaj left, DMatrixRMaj right) {
        return new MatrixProduct(left, CommonOps_DDRM.transpose(right, null)).compute();
    }

    /** Matrixᵀ · matrix. */
    static DMatrixRMaj gram(DMatrixRMaj matrix) {
        return new MatrixProduct(CommonOps_DDRM.transpose(matrix, null), matrix).compute();
    }

    private DMatrixRMaj compute() {
        int groups = (rows + GROUP_ROWS - 1) / GROUP_ROWS;
        IntStream.range(0, groups).parallel().forEach(group -> addGroup(group * GROUP_ROWS));
        return DMatrixRMaj.wrap(rows, columns, product);
    }

    private void addGroup(int firstRow) {
        int end = Math.min(firstRow + GROUP_ROWS, rows);
        for (int panelRow = 0; panelRow < inner; panelRow += PANEL_ROWS) {
            for (int panelColumn = 0; panelColumn < columns; panelColumn += PANEL_COLUMNS) {
                for (int row = firstRow; row < end; row++) {
                    addPanel(row, panelRow, panelColumn);
                }
            }
        }
    }

    private void addPanel(int row, int panelRow, int panelColumn) {
        int end = Math.min(panelRow + PANEL_ROWS, inner);
        int length = Math.min(PANEL_COLUMNS, columns - panelColumn);
        int target = row * columns + panelColumn;
        int k = panelRow;
        for (; k + AT_ONCE <= end; k += AT_ONCE) {
            addFourRows(target, row * inner + k, k * columns + panelColumn, length);
        }
        for (; k < end; k++) {
            addRow(target, left[row * inner + k], k * columns + panelColumn, length);
        }
    }

    private void addFourRows(int target, int factors, int source, int length) {
        double a = left[factors];
        double b = left[factors + 1];
        double c = left[factors + 2];
        double d = left[factors + 3];
        int second = source + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int i = 0; i < length; i++) {
            product[target + i] +=
                    a * right[source + i] + b * right[second + i] + c * right[third + i] + d * right[fourth + i];
        }
    }

    private void addRow(int target, double factor, int source, int length) {
        for (int i = 0; i < length; i++) {
            product[target + i] += factor * right[source + i];
        }
    }
}
