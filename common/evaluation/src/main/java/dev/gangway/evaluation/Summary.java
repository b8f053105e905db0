package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The distribution of one figure over a set of images.
 *
 * <p>Infinite values (the PSNR of an image completed without an error) would drown every other: they are counted and
 * left out. All figures are NaN when no finite value is left.
 *
 * @param count how many finite values were summarised
 * @param infinite how many infinite values were left out
 * @param mean their mean
 * @param standardDeviation with N-1; NaN below two values
 * @param quartiles 0, 25, 50, 75 and 100 %, interpolated linearly between the sorted values
 */
public record Summary(int count, int infinite, double mean, double standardDeviation, double[] quartiles) {

    private static final int QUARTERS = 4;

    /** Summarises {@code values}; NaN among them is refused. */
    public static Summary of(DoubleStream values) {
        double[] all = values.toArray();
        if (Arrays.stream(all).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a figure that is not a number cannot be summarised");
        }
        double[] finite = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
        double mean = Arrays.stream(finite).average().orElse(Double.NaN);
        return new Summary(finite.length, all.length - finite.length, mean, deviation(finite, mean), quartiles(finite));
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double[] quartiles(double[] sorted) {
        double[] quartiles = new double[QUARTERS + 1];
        for (int quarter = 0; quarter <= QUARTERS; quarter++) {
            quartiles[quarter] = sorted.length == 0 ? Double.NaN : interpolate(sorted, (double) quarter / QUARTERS);
        }
        return quartiles;
    }

    private static double interpolate(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
