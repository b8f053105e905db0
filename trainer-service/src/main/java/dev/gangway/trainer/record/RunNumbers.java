package dev.gangway.trainer.record;

import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.TrainingProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The numbers of a record: read when a run goes on, written whole each time. */
final class RunNumbers {

    private static final Logger LOG = Logger.getLogger(RunNumbers.class);
    private static final String CURVES = "curves.json";
    private static final String DISTRIBUTIONS = "score-distributions.json";
    private static final String STAGES = "stages.json";

    private final RecordFolder folder;
    private final Curves curves;
    private final Histograms histograms;
    private final StageEnds ends;

    private RunNumbers(RecordFolder folder, Curves curves, Histograms histograms, StageEnds ends) {
        this.folder = folder;
        this.curves = curves;
        this.histograms = histograms;
        this.ends = ends;
    }

    /** What was written before, by any claim; nothing for what cannot be read. */
    static RunNumbers read(RecordFolder folder) {
        return new RunNumbers(
                folder,
                new Curves(read(folder, CURVES, Curves.Content.class)
                        .map(Curves.Content::points)
                        .orElse(List.of())),
                new Histograms(read(folder, DISTRIBUTIONS, Histograms.Content.class)
                        .map(Histograms.Content::points)
                        .orElse(List.of())),
                new StageEnds(read(folder, STAGES, StageEnds.Content.class)
                        .map(StageEnds.Content::stages)
                        .orElse(List.of())));
    }

    private static <T> Optional<T> read(RecordFolder folder, String path, Class<T> type) {
        try {
            return folder.read(path, type);
        } catch (ContentMismatchException e) {
            LOG.warnf("the run's record begins anew without %s: %s", path, e.getMessage());
            return Optional.empty();
        }
    }

    /** Forgets what lies behind {@code progress}: the run goes on from there, and will say it again. */
    void goOnFrom(TrainingProgress progress) {
        curves.goOnFrom(progress.stage(), progress.step());
        histograms.goOnFrom(progress.stage(), progress.step());
        ends.goOnIn(progress.stage());
    }

    void add(StepReport report, Instant at, Map<String, Double> values) {
        TrainingProgress progress = report.progress();
        curves.add(new Curves.Point(progress.stage(), progress.step(), at, values));
        report.heldOut()
                .ifPresent(scores ->
                        histograms.add(Histograms.Point.of(progress.stage(), progress.step(), scores.distributions())));
    }

    void addEnd(TrainingProgress progress, StageKind kind, Map<String, Double> figures) {
        ends.add(new StageEnds.End(progress.stage(), kind, progress.step(), figures));
    }

    void save() {
        folder.attempt("numbers", () -> {
            folder.json(CURVES, curves.content());
            folder.file("curves.csv", curves.csv());
            folder.json(DISTRIBUTIONS, histograms.content());
            folder.json(STAGES, ends.content());
        });
    }

    /** The charts of all numbers. */
    List<RunPlots.Plot> plots(RecordedRun run) {
        return new RunPlots(run, curves.points(), ends.all()).all();
    }

    /** How scores were spread at the latest report of {@code stage}. */
    Optional<Histograms.Point> latestHistogram(int stage) {
        return histograms.points().stream()
                .filter(point -> point.stage() == stage)
                .reduce((earlier, later) -> later);
    }
}
