package dev.gangway.trainer.record;

import dev.gangway.artifacts.plot.LineChart;
import dev.gangway.artifacts.plot.LineChart.Level;
import dev.gangway.artifacts.plot.LineChart.Mark;
import dev.gangway.artifacts.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Turns a run's numbers into charts. Positions are updates (batches) since the run's beginning, so that all stages follow. */
final class RunPlots {

    private static final String UPDATES = "updates, all stages";
    private static final String COMPLETION = "Completion of held-out images, 25% centre square";
    private static final double PERCENT = 100;

    private final RecordedRun run;
    private final List<Curves.Point> points;
    private final List<StageEnds.End> ends;

    RunPlots(RecordedRun run, List<Curves.Point> points, List<StageEnds.End> ends) {
        this.run = run;
        this.points = points;
        this.ends = ends;
    }

    /** A chart and the name of its file. */
    record Plot(String file, LineChart chart) {}

    /** All charts that there is something to draw in. */
    List<Plot> all() {
        List<Plot> plots = new ArrayList<>();
        points.stream()
                .mapToInt(Curves.Point::stage)
                .distinct()
                .forEach(stage -> plots.add(new Plot("losses-stage-" + stage, losses(stage))));
        plots.add(new Plot("scores", scores()));
        plots.add(new Plot("gap", gap()));
        plots.add(chart(
                "order",
                "Order held on held-out images",
                "fraction of images",
                List.of(
                        new Curve("held-out.real-above-generated", "D(x) > D(G(i))"),
                        new Curve("held-out.generated-above-previous", "D(G(i)) > D(G(i-1))"))));
        plots.add(chart("gradient-norms", "Gradients of the last update", "Euclidean norm", named(".gradient-norm")));
        plots.add(chart(
                "speed",
                "Speed",
                "images per second",
                List.of(new Curve(ReportedValues.IMAGES_PER_SECOND, "training images"))));
        plots.add(
                chart("completion-psnr", COMPLETION, "PSNR in dB", List.of(new Curve("completion.psnr-hole", "hole"))));
        plots.add(chart("completion-ssim", COMPLETION, "SSIM", List.of(new Curve("completion.ssim-hole", "hole"))));
        return plots.stream().filter(plot -> !plot.chart().series().isEmpty()).toList();
    }

    /** How the scores of one point are spread: GoGAN's and RankGAN's Figure 4. */
    static LineChart spread(Histograms.Point point, String caption) {
        List<Series> series = new ArrayList<>();
        series.add(outline("D(x)", point.edges(), point.real()));
        series.add(outline("D(G(i))", point.edges(), point.generated()));
        if (point.previous() != null) {
            series.add(outline("D(G(i-1))", point.edges(), point.previous()));
        }
        return new LineChart(
                "Scores of held-out images, " + caption + ", step " + point.step(), "score", "images in %", series);
    }

    private LineChart losses(int stage) {
        List<Curves.Point> own =
                points.stream().filter(point -> point.stage() == stage).toList();
        double[] steps = own.stream().mapToDouble(Curves.Point::step).toArray();
        List<Series> series = names(own, RunPlots::isLoss).stream()
                .map(name -> new Series(name, steps, values(own, name)))
                .toList();
        return new LineChart("Losses, " + run.caption(stage), "steps of the stage", "loss", series);
    }

    private static boolean isLoss(String name) {
        return (name.startsWith("vae.") || name.startsWith("critic.") || name.startsWith("generator."))
                && !name.endsWith("norm");
    }

    private LineChart scores() {
        List<Series> series = new ArrayList<>();
        banded("D(x)", ReportedValues.REAL).ifPresent(series::add);
        banded("D(G(i))", ReportedValues.GENERATED).ifPresent(series::add);
        banded("D(G(i-1))", ReportedValues.PREVIOUS).ifPresent(series::add);
        return withMarks("Scores of held-out images: mean, middle 50% and 90%", "score", series, List.of());
    }

    private LineChart gap() {
        List<Series> series = series(List.of(new Curve(ReportedValues.GAP, "mean D(x) - mean D(G(i))")));
        List<Level> half = ends.stream()
                .filter(end -> end.stage() == 1 && end.figures().containsKey(ReportedValues.GAP))
                .map(end -> new Level(
                        "one half of stage 1 (Theorem 4.1)",
                        StageEnds.THEOREM_4_1 * end.figures().get(ReportedValues.GAP)))
                .toList();
        return withMarks("Gap between real and generated held-out images", "gap", series, half);
    }

    private Plot chart(String file, String title, String unit, List<Curve> curves) {
        return new Plot(file, withMarks(title, unit, series(curves), List.of()));
    }

    private LineChart withMarks(String title, String unit, List<Series> series, List<Level> levels) {
        int first = firstDrawn(series);
        List<Mark> marks = ends.stream()
                .filter(end -> end.stage() >= first)
                .map(end -> new Mark(markName(end, title), position(end.stage(), end.steps())))
                .toList();
        return new LineChart(title, UPDATES, unit, series, levels, marks);
    }

    /** Stages before the first point need no mark. */
    private int firstDrawn(List<Series> series) {
        double first = series.stream()
                .filter(line -> line.x().length > 0)
                .mapToDouble(line -> line.x()[0])
                .min()
                .orElse(0);
        return ends.stream()
                .filter(end -> position(end.stage(), end.steps()) >= first)
                .mapToInt(StageEnds.End::stage)
                .min()
                .orElse(0);
    }

    private static String markName(StageEnds.End end, String title) {
        Double reduction = end.figures().get("gap-reduction");
        return title.startsWith("Gap") && end.stage() > 1 && reduction != null
                ? String.format(Locale.ROOT, "stage %d: %+.0f%%", end.stage(), -PERCENT * reduction)
                : "stage " + end.stage();
    }

    /** A value and what the legend calls it. */
    private record Curve(String name, String title) {}

    private List<Curve> named(String ending) {
        return names(points, name -> name.endsWith(ending)).stream()
                .map(name -> new Curve(name, name.substring(0, name.length() - ending.length())))
                .toList();
    }

    /** Only what was measured; a line is interrupted where a report lacks the value, unless all in between lack it. */
    private List<Series> series(List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            List<Curves.Point> having = having(curve.name());
            if (!having.isEmpty()) {
                series.add(new Series(curve.title(), positions(having), values(having, curve.name())));
            }
        }
        return series;
    }

    private Optional<Series> banded(String title, String name) {
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

    private static List<String> names(List<Curves.Point> points, Predicate<String> wanted) {
        return points.stream()
                .flatMap(point -> point.values().keySet().stream())
                .filter(wanted)
                .distinct()
                .sorted()
                .toList();
    }

    private static double[] values(List<Curves.Point> points, String name) {
        return points.stream()
                .mapToDouble(point -> point.value(name) == null ? Double.NaN : point.value(name))
                .toArray();
    }

    private double[] positions(List<Curves.Point> points) {
        return points.stream()
                .mapToDouble(point -> position(point.stage(), point.step()))
                .toArray();
    }

    private double position(int stage, long step) {
        long before = ends.stream()
                .filter(end -> end.stage() < stage)
                .mapToLong(end -> run.updates(end.stage(), end.steps()))
                .sum();
        return before + run.updates(stage, step);
    }

    /** Counts as shares in percent, with a line up and down at each edge. */
    private static Series outline(String name, List<Double> edges, List<Integer> counts) {
        double all = counts.stream().mapToInt(count -> count).sum();
        double[] x = IntStream.range(0, 2 * edges.size())
                .mapToDouble(i -> edges.get(i / 2))
                .toArray();
        double[] y = new double[x.length];
        for (int bin = 0; bin < counts.size(); bin++) {
            y[2 * bin + 1] = PERCENT * counts.get(bin) / all;
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        return new Series(name, x, y, List.of(new Series.Band(new double[x.length], y)));
    }
}
