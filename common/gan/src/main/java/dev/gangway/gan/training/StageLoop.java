package dev.gangway.gan.training;

import ai.djl.ndarray.NDManager;
import java.util.Optional;

/** Takes the steps of one stage that are left, reports at the plan's interval and knows when the stage is over. */
final class StageLoop {

    private final StageContext context;
    private final TrainingState state;
    private final StageSettings settings;
    private final Stage stage;
    private final Reporter reporter;
    private final Endings endings;

    StageLoop(StageContext context, TrainingState state) {
        this.context = context;
        this.state = state;
        this.settings = context.plan().settings(state.progress().stage());
        this.stage = Stage.of(context, state);
        this.reporter = new Reporter(context, state, settings);
        this.endings = new Endings(context, settings);
    }

    /** How the whole training ended within this stage; empty when just the stage is over. */
    Optional<TrainingOutcome> run(TrainingObserver observer, StopSignal stop) {
        observer.stageStarted(state.progress(), settings);
        while (!stop.requested()) {
            Step step = step();
            if (step.broken().isPresent()) {
                return Optional.of(new TrainingOutcome.Diverged(
                        state.progress(), step.broken().get()));
            }
            if (step.report().isPresent() && told(step.report().get(), observer)) {
                return Optional.empty();
            }
        }
        return Optional.of(stopped());
    }

    /**
     * What is known after a step.
     *
     * @param broken the name of a value that is not a number any more
     * @param report when one is due
     */
    private record Step(Optional<String> broken, Optional<StepReport> report) {}

    private Step step() {
        try (NDManager scope = context.manager().newSubManager()) {
            Terms terms = new Terms(scope);
            int step = state.progress().step();
            stage.step(step, terms);
            state.progress(state.progress().at(step + 1));
            Optional<String> broken = terms.broken();
            boolean due = (step + 1) % context.plan().reportInterval(settings) == 0 || step + 1 == settings.steps();
            if (broken.isPresent() || !due) {
                return new Step(broken, Optional.empty());
            }
            StepReport report = reporter.report(terms, endings);
            return new Step(report.notFinite().or(reporter::brokenNetwork), Optional.of(report));
        }
    }

    /** Tells {@code report}; returns whether the stage is over with it. */
    private boolean told(StepReport report, TrainingObserver observer) {
        observer.reported(report, state);
        report.ending().ifPresent(reason -> {
            state.adoptAverage();
            state.progress(state.progress().finished(report.heldOut()));
            observer.stageFinished(new StageReport(state.progress(), reason, report.heldOut()), state);
        });
        return report.ending().isPresent();
    }

    /** Between two reports nobody has looked at the weights yet: a state that is not finite must not be saved. */
    private TrainingOutcome stopped() {
        return reporter.brokenNetwork()
                .<TrainingOutcome>map(network -> new TrainingOutcome.Diverged(state.progress(), network))
                .orElseGet(() -> new TrainingOutcome.Stopped(state.progress()));
    }
}
