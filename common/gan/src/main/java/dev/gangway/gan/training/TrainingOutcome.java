package dev.gangway.gan.training;

/** How a training ended. */
public sealed interface TrainingOutcome {

    /** Where it ended. */
    TrainingProgress progress();

    /** All stages are over. */
    record Finished(TrainingProgress progress) implements TrainingOutcome {}

    /** It was asked to stop; its state can be saved and resumed. */
    record Stopped(TrainingProgress progress) implements TrainingOutcome {}

    /**
     * A value is no longer a finite number; the last snapshot before stays good.
     *
     * @param value its name, as in {@link StepReport#values()}
     */
    record Diverged(TrainingProgress progress, String value) implements TrainingOutcome {}
}
