package dev.gangway.local.paper.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A line of a chart.
 *
 * @param label what the legend calls it
 * @param runs the line of each seed
 */
public record Curve(String label, List<Run> runs) {

    public Curve {
        runs = runs.stream().filter(run -> !run.points().isEmpty()).toList();
    }

    /**
     * The line of one seed.
     *
     * @param points its points, from left to right
     */
    public record Run(@JsonValue List<Point> points) {

        public Run {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param x to the right
     * @param y upwards
     */
    public record Point(double x, double y) {}
}
