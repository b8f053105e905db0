package dev.gangway.benchmarks.queue;

import java.util.Collection;

/**
 * What most of many measured times were.
 *
 * @param median in milliseconds
 * @param p95 in milliseconds: no more than one of twenty took longer
 */
public record Times(double median, double p95) {

    private static final double NANOSECONDS = 1e6;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.95;

    /** Of times in nanoseconds, at least one. */
    static Times of(Collection<Long> nanoseconds) {
        double[] sorted = nanoseconds.stream()
                .mapToDouble(time -> time / NANOSECONDS)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("there is no median of nothing");
        }
        return new Times(quantile(sorted, HALF), quantile(sorted, NEARLY_ALL));
    }

    /** The least value that so many are at most. */
    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
