package dev.gangway.local.paper.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A figure over the seeds.
 *
 * @param mean the mean
 * @param deviation the standard deviation with N-1; null below two seeds
 * @param seeds how many seeds; 0 for a figure that no seed changes
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Spread(double mean, Double deviation, int seeds) {

    /** A figure that is the same whatever the seed. */
    public static Spread constant(double value) {
        return new Spread(value, 0.0, 0);
    }

    /**
     * The figure over {@code values}, one for each seed.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure needs at least one seed");
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Spread(mean, values.size() < 2 ? null : deviation(values, mean), values.size());
    }

    /** Whether {@code mean ± deviation} of both have nothing in common; never without a deviation. */
    boolean isApartFrom(Spread other) {
        return deviation != null
                && other.deviation != null
                && Math.abs(mean - other.mean) > deviation + other.deviation;
    }

    private static Double deviation(List<Double> values, double mean) {
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }
}
