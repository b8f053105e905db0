package dev.gangway.artifacts.plot;

import java.util.List;

/**
 * A line of a chart, with bands around it. A value that is not a number interrupts the line.
 *
 * @param name as the legend has it
 * @param x positions, not decreasing
 * @param y a value for each position
 * @param bands drawn behind the line in its colour, the widest first
 */
public record Series(String name, double[] x, double[] y, List<Band> bands) {

    public Series {
        requireLength(x, y);
        bands = List.copyOf(bands);
        for (Band band : bands) {
            requireLength(x, band.low());
            requireLength(x, band.high());
        }
    }

    /** A line without bands. */
    public Series(String name, double[] x, double[] y) {
        this(name, x, y, List.of());
    }

    /**
     * What lies between two values at each position of a series.
     *
     * @param low the lower ones
     * @param high the higher ones
     */
    public record Band(double[] low, double[] high) {}

    private static void requireLength(double[] x, double[] values) {
        if (x.length != values.length) {
            throw new IllegalArgumentException(values.length + " values do not belong to " + x.length + " positions");
        }
    }
}
