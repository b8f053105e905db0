package dev.gangway.testing;

import java.util.Arrays;

/**
 * One array of the reference files, in row-major order.
 *
 * @param shape the lengths of its dimensions
 * @param values its values; integers of the file are widened to double
 */
public record ReferenceArray(long[] shape, double[] values) {

    public ReferenceArray {
        long size = Arrays.stream(shape).reduce(1, (product, length) -> product * length);
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
        }
    }

    /** The rows of a matrix. */
    public double[][] rows() {
        int columns = (int) shape[1];
        double[][] rows = new double[(int) shape[0]][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
        }
        return rows;
    }
}
