package dev.gangway.trainer.record;

import dev.gangway.artifacts.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A run's reported values as series over its updates, counted from the run's beginning. */
final class RunCurves {

    private final RecordedRun run;
    private final List<Curves.Point> points;
    private final List<StageEnds.End> ends;

    RunCurves(RecordedRun run, List<Curves.Point> points, List<StageEnds.End> ends) {
        this.run = run;
        this.points = points;
        this.ends = ends;
    }

    /** A value and what the legend calls it. */
    record Curve(String name, String title) {}

    List<Curve> ending(String ending) {
        return names(points, name -> name.endsWith(ending)).stream()
                .map(name -> new Curve(name, name.substring(0, name.length() - ending.length())))
                .toList();
    }

    /** Only what was measured; a line is interrupted where a report lacks the value, unless all in between lack it. */
    List<Series> series(List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            List<Curves.Point> having = having(curve.name());
            if (!having.isEmpty()) {
                series.add(new Series(curve.title(), positions(having), values(having, curve.name())));
            }
        }
        return series;
    }

    Optional<Series> banded(String title, String name) {
        List<Curves.Point> having = having(name + ReportedValues.QUANTILES.get(0));
        if (having.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> quantiles = ReportedValues.QUANTILES.stream()
                .map(quantile -> values(having, name + quantile))
                .toList();
        return Optional.of(new Series(
                title,
                positions(having),
                values(having, name),
                List.of(
                        new Series.Band(quantiles.get(0), quantiles.get(4)),
                        new Series.Band(quantiles.get(1), quantiles.get(3)))));
    }

    private List<Curves.Point> having(String name) {
        return points.stream().filter(point -> point.value(name) != null).toList();
    }

    static List<String> names(List<Curves.Point> points, Predicate<String> wanted) {
        return points.stream()
                .flatMap(point -> point.values().keySet().stream())
                .filter(wanted)
                .distinct()
                .sorted()
                .toList();
    }

    static double[] values(List<Curves.Point> points, String name) {
        return points.stream()
                .mapToDouble(point -> point.value(name) == null ? Double.NaN : point.value(name))
                .toArray();
    }

    private double[] positions(List<Curves.Point> points) {
        return points.stream()
                .mapToDouble(point -> position(point.stage(), point.step()))
                .toArray();
    }

    /** Updates from the run's beginning to a step of a stage. */
    double position(int stage, long step) {
        long before = ends.stream()
                .filter(end -> end.stage() < stage)
                .mapToLong(end -> run.updates(end.stage(), end.steps()))
                .sum();
        return before + run.updates(stage, step);
    }
}
