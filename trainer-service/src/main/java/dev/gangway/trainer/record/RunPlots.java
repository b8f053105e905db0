package dev.gangway.trainer.record;

import dev.gangway.artifacts.plot.LineChart;
import dev.gangway.artifacts.plot.LineChart.Level;
import dev.gangway.artifacts.plot.LineChart.Mark;
import dev.gangway.artifacts.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a run's numbers into charts. Positions are updates (batches) since the run's beginning, so that all stages follow. */
final class RunPlots {

    private static final String UPDATES = "updates, all stages";
    private static final String COMPLETION = "Completion of held-out images, 25% centre square";
    private static final double PERCENT = 100;

    private final RecordedRun run;
    private final List<Curves.Point> points;
    private final List<StageEnds.End> ends;
    private final RunCurves curves;

    RunPlots(RecordedRun run, List<Curves.Point> points, List<StageEnds.End> ends) {
        this.run = run;
        this.points = points;
        this.ends = ends;
        this.curves = new RunCurves(run, points, ends);
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
                        new RunCurves.Curve("held-out.real-above-generated", "D(x) > D(G(i))"),
                        new RunCurves.Curve("held-out.generated-above-previous", "D(G(i)) > D(G(i-1))"))));
        plots.add(chart(
                "gradient-norms", "Gradients of the last update", "Euclidean norm", curves.ending(".gradient-norm")));
        plots.add(chart(
                "speed",
                "Speed",
                "images per second",
                List.of(new RunCurves.Curve(ReportedValues.IMAGES_PER_SECOND, "training images"))));
        plots.add(chart(
                "completion-psnr",
                COMPLETION,
                "PSNR in dB",
                List.of(new RunCurves.Curve("completion.psnr-hole", "hole"))));
        plots.add(chart(
                "completion-ssim", COMPLETION, "SSIM", List.of(new RunCurves.Curve("completion.ssim-hole", "hole"))));
        return plots.stream().filter(plot -> !plot.chart().series().isEmpty()).toList();
    }

    private LineChart losses(int stage) {
        List<Curves.Point> own =
                points.stream().filter(point -> point.stage() == stage).toList();
        double[] steps = own.stream().mapToDouble(Curves.Point::step).toArray();
        List<Series> series = RunCurves.names(own, RunPlots::isLoss).stream()
                .map(name -> new Series(name, steps, RunCurves.values(own, name)))
                .toList();
        return new LineChart("Losses, " + run.caption(stage), "steps of the stage", "loss", series);
    }

    private static boolean isLoss(String name) {
        return (name.startsWith("vae.") || name.startsWith("critic.") || name.startsWith("generator."))
                && !name.endsWith("norm");
    }

    private LineChart scores() {
        List<Series> series = new ArrayList<>();
        curves.banded("D(x)", ReportedValues.REAL).ifPresent(series::add);
        curves.banded("D(G(i))", ReportedValues.GENERATED).ifPresent(series::add);
        curves.banded("D(G(i-1))", ReportedValues.PREVIOUS).ifPresent(series::add);
        return withMarks("Scores of held-out images: mean, middle 50% and 90%", "score", series, List.of());
    }

    private LineChart gap() {
        List<Series> series =
                curves.series(List.of(new RunCurves.Curve(ReportedValues.GAP, "mean D(x) - mean D(G(i))")));
        List<Level> half = ends.stream()
                .filter(end -> end.stage() == 1 && end.figures().containsKey(ReportedValues.GAP))
                .map(end -> new Level(
                        "one half of stage 1 (Theorem 4.1)",
                        StageEnds.THEOREM_4_1 * end.figures().get(ReportedValues.GAP)))
                .toList();
        return withMarks("Gap between real and generated held-out images", "gap", series, half);
    }

    private Plot chart(String file, String title, String unit, List<RunCurves.Curve> wanted) {
        return new Plot(file, withMarks(title, unit, curves.series(wanted), List.of()));
    }

    private LineChart withMarks(String title, String unit, List<Series> series, List<Level> levels) {
        int first = firstDrawn(series);
        List<Mark> marks = ends.stream()
                .filter(end -> end.stage() >= first)
                .map(end -> new Mark(markName(end, title), curves.position(end.stage(), end.steps())))
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
                .filter(end -> curves.position(end.stage(), end.steps()) >= first)
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
}
