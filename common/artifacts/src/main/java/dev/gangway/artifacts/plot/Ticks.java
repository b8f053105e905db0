package dev.gangway.artifacts.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where an axis begins and ends, and the round numbers between.
 *
 * @param low the least value
 * @param high the greatest value, above {@code low}
 * @param step distance of two ticks: 1, 2 or 5 times a power of ten
 */
record Ticks(double low, double high, double step) {

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double LEAST_SHARE = 1e-9;

    /** An axis for all finite ones of {@code values}, with about {@code wanted} ticks and some air at both ends. */
    static Ticks of(DoubleStream values, int wanted, double air) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        if (high - low <= LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high))) {
            double half = low == 0 ? 0.5 : Math.abs(low) / 10;
            return between(low - half, high + half, wanted);
        }
        return between(low - air * (high - low), high + air * (high - low), wanted);
    }

    private static Ticks between(double low, double high, int wanted) {
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / wanted)));
        double step = DoubleStream.of(ROUND)
                .map(round -> round * power)
                .filter(candidate -> (high - low) / candidate <= wanted)
                .findFirst()
                .orElse(10 * power);
        return new Ticks(low, high, step);
    }

    /** The multiples of the step that lie on the axis. */
    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            values.add(i * step);
        }
        return values;
    }

    /** How the tick at {@code value} is written: with as many digits as tell it from its neighbours. */
    String label(double value) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + LEAST_SHARE));
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Where {@code value} lies, 0 at the axis' beginning and 1 at its end. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
