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

    StageLoop(StageContext context, TrainingState state) {
        this.context = context;
        this.state = state;
        this.settings = context.plan().stages().get(state.progress().stage());
        this.stage = Stage.of(context, state);
        this.reporter = new Reporter(context, state, settings);
    }

    /** How the whole training ended within this stage; empty when just the stage is over. */
    Optional<TrainingOutcome> run(TrainingObserver observer, StopSignal stop) {
        observer.stageStarted(state.progress(), settings);
        while (true) {
            if (stop.requested()) {
                return Optional.of(stopped());
            }
            Optional<StepReport> report = step();
            if (report.isPresent()) {
                Optional<String> broken = report.get().notFinite();
                if (broken.isPresent()) {
                    return Optional.of(new TrainingOutcome.Diverged(state.progress(), broken.get()));
                }
                observer.reported(report.get(), state);
                Optional<StageReport.Reason> over = over(report.get());
                if (over.isPresent()) {
                    state.progress(state.progress().finished(report.get().heldOut()));
                    observer.stageFinished(
                            new StageReport(
                                    state.progress(), over.get(), report.get().heldOut()),
                            state);
                    return Optional.empty();
                }
            }
        }
    }

    private Optional<StepReport> step() {
        try (NDManager scope = context.manager().newSubManager()) {
            Terms terms = new Terms(scope);
            int step = state.progress().step();
            stage.step(step, terms);
            state.progress(state.progress().at(step + 1));
            boolean due = (step + 1) % context.plan().reportInterval(settings) == 0 || step + 1 == settings.steps();
            return due ? Optional.of(reporter.report(terms)) : Optional.empty();
        }
    }

    private Optional<StageReport.Reason> over(StepReport report) {
        if (report.progress().step() == settings.steps()) {
            return Optional.of(StageReport.Reason.STEPS_DONE);
        }
        return settings.orderLost(report) ? Optional.of(StageReport.Reason.ORDER_LOST) : Optional.empty();
    }

    /** Between two reports nobody has looked at the values yet: a state that is not finite must not be saved. */
    private TrainingOutcome stopped() {
        return reporter.brokenNetwork()
                .<TrainingOutcome>map(network -> new TrainingOutcome.Diverged(state.progress(), network))
                .orElseGet(() -> new TrainingOutcome.Stopped(state.progress()));
    }
}
