package dev.gangway.trainer.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every value of every report of a run, in the order of training. */
final class Curves {

    private final List<Point> points;

    Curves(List<Point> points) {
        this.points = new ArrayList<>(points);
    }

    /**
     * One report.
     *
     * @param stage the stage, from 0
     * @param step steps done in the stage
     * @param at when it was made
     * @param values by name
     */
    record Point(int stage, long step, Instant at, Map<String, Double> values) {

        Double value(String name) {
            return values.get(name);
        }
    }

    /**
     * The file {@code curves.json}.
     *
     * @param points in the order of training
     */
    record Content(List<Point> points) {}

    void add(Point point) {
        points.add(point);
    }

    /** Forgets what lies behind {@code step} of {@code stage}: the run goes on from there, and will say it again. */
    void goOnFrom(int stage, long step) {
        points.removeIf(point -> point.stage() > stage || (point.stage() == stage && point.step() > step));
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    Content content() {
        return new Content(points());
    }

    /** One line a report, one column a value, after stage, step and time; empty where a report lacks the value. */
    byte[] csv() {
        SortedSet<String> names = new TreeSet<>();
        points.forEach(point -> names.addAll(point.values().keySet()));
        StringBuilder csv = new StringBuilder("stage,step,at");
        names.forEach(name -> csv.append(',').append(name));
        csv.append('\n');
        for (Point point : points) {
            csv.append(point.stage())
                    .append(',')
                    .append(point.step())
                    .append(',')
                    .append(point.at());
            for (String name : names) {
                csv.append(',');
                if (point.value(name) != null) {
                    csv.append(point.value(name));
                }
            }
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
