package dev.gangway.trainer.record;

import dev.gangway.contracts.recipe.Measurements;
import dev.gangway.gan.generation.Renderer;
import dev.gangway.gan.training.StageReport;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingProgress;
import dev.gangway.gan.training.TrainingState;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes down what a run shows, beside its checkpoints. It is told of a report before whoever passes on its values, because it
 * adds to them; nothing that goes wrong in it ends the training. Numbers, pictures and completions take a few percent of a
 * run's time at most, however short the interval of its reports is; only what a stage's end shows is always measured and drawn.
 */
public final class RunRecorder implements TrainingObserver, AutoCloseable {

    private static final int PICTURES_A_STAGE = 12;
    private static final int COMPLETIONS_A_STAGE = 8;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 540;

    private final RecordedRun run;
    private final RecordFolder folder;
    private final InstantSource clock;
    private final Measurements wanted;
    private final RunNumbers numbers;
    private final Renderer renderer;
    private final RunPictures pictures;
    private final StageMeasurement measurement;
    private final StageParts pictureParts = new StageParts(PICTURES_A_STAGE);
    private final StageParts completionParts = new StageParts(COMPLETIONS_A_STAGE);
    private final TimeShare savingTime = new TimeShare(0.01);
    private final TimeShare picturesTime = new TimeShare(0.02);
    private final TimeShare plotsTime = new TimeShare(0.02);
    private final TimeShare completingTime = new TimeShare(0.04);
    private Map<String, Double> values = Map.of();
    private Map<String, Double> figures = Map.of();

    /**
     * The record of {@code run}, as it was left.
     *
     * @throws dev.gangway.artifacts.store.StoreException when it cannot be read
     */
    RunRecorder(RecordedRun run, RecordFolder folder, InstantSource clock) {
        this.run = run;
        this.folder = folder;
        this.clock = clock;
        this.wanted = run.job().recipe().measurements();
        this.numbers = RunNumbers.read(folder);
        this.renderer = new Renderer(run.device(), run.plan().architecture());
        try {
            this.pictures = new RunPictures(run, folder, renderer);
            this.measurement = new StageMeasurement(run, renderer, wanted.stageImages());
        } catch (RuntimeException | Error e) {
            renderer.close();
            throw e;
        }
    }

    /** All values of the latest report by name: losses, norms, scores, speed and, now and then, completion. */
    public Map<String, Double> values() {
        return values;
    }

    /** All figures of the stage that finished last by name. */
    public Map<String, Double> figures() {
        return figures;
    }

    /** Writes all numbers now: a run that is resumed from a checkpoint finds those up to it. */
    public void save() {
        savingTime.spend(numbers::save);
    }

    @Override
    public void stageStarted(TrainingProgress progress, StageSettings settings) {
        numbers.goOnFrom(progress);
        pictureParts.startAt(progress.step());
        completionParts.startAt(progress.step());
    }

    @Override
    public void reported(StepReport report, TrainingState state) {
        values = new TreeMap<>(ReportedValues.of(report));
        int step = report.progress().step();
        boolean completionDue = completionParts.finishedBy(step, report.steps()) && completingTime.affordable();
        boolean last = report.ending().isPresent();
        if ((last || completionDue) && wanted.completionImages() > 0 && CompletionProbe.possible(run, state)) {
            complete(state);
        }
        numbers.add(report, clock.instant(), values);
        if (savingTime.affordable()) {
            save();
        }
        boolean pictureDue = pictureParts.finishedBy(step, report.steps()) && step < report.steps();
        if (pictureDue && wanted.pictures()) {
            drawWhatIsAffordable(state);
        }
    }

    @Override
    public void stageFinished(StageReport report, TrainingState state) {
        TrainingProgress progress = report.progress();
        figures = new TreeMap<>();
        report.heldOut().ifPresent(scores -> figures.putAll(ReportedValues.means(scores)));
        report.gapReduction().ifPresent(reduction -> figures.put("gap-reduction", reduction));
        values.forEach((name, value) -> {
            if (name.startsWith("completion.")) {
                figures.put(name, value);
            }
        });
        if (wanted.stageImages() > 0) {
            folder.attempt("comparison of sets", () -> figures.putAll(measurement.measure(state)));
        }
        numbers.addEnd(progress, run.job().recipe().stage(progress.stage()).kind(), figures);
        if (wanted.pictures()) {
            drawEnd(state);
        }
        save();
    }

    @Override
    public void close() {
        measurement.close();
        renderer.close();
    }

    private void complete(TrainingState state) {
        completingTime.spend(() -> folder.attempt(
                "completions",
                () -> values.putAll(new CompletionProbe(run, wanted.completionImages()).measure(state))));
    }

    private void drawWhatIsAffordable(TrainingState state) {
        if (picturesTime.affordable()) {
            picturesTime.spend(() -> pictures.draw(state));
        }
        if (plotsTime.affordable()) {
            plotsTime.spend(this::drawPlots);
        }
    }

    private void drawEnd(TrainingState state) {
        int stage = state.progress().stage();
        picturesTime.spend(() -> pictures.draw(state));
        pictures.drawInterpolations(state);
        plotsTime.spend(this::drawPlots);
        numbers.latestHistogram(stage)
                .ifPresent(point -> draw(new RunPlots.Plot(
                        "score-distributions-stage-" + stage, ScoreSpread.of(point, run.caption(stage)))));
    }

    private void drawPlots() {
        folder.attempt("plots", () -> numbers.plots(run).forEach(this::draw));
    }

    private void draw(RunPlots.Plot plot) {
        folder.attempt(
                "plots",
                () -> folder.picture(
                        "plots/" + plot.file() + ".png", plot.chart().draw(WIDTH, HEIGHT)));
    }
}
