package dev.gangway.benchmarks.search;

import dev.gangway.evaluation.Summary;
import java.util.stream.DoubleStream;

/** The middle and the ends of what several rounds gave. */
public record Spread(double median, double least, double most) {

    private static final int MIDDLE = 2;
    private static final int LAST = 4;

    static Spread of(DoubleStream values) {
        double[] quartiles = Summary.of(values).quartiles();
        return new Spread(quartiles[MIDDLE], quartiles[0], quartiles[LAST]);
    }
}
