package dev.gangway.gan.training;

/** Is told how a training goes, on its thread; {@code state} is live and may be asked for a snapshot during the call. */
public interface TrainingObserver {

    /** An observer that does nothing. */
    TrainingObserver NONE = new TrainingObserver() {};

    /** A stage is about to take its first step, or to go on. */
    default void stageStarted(TrainingProgress progress, StageSettings settings) {}

    /** The interval of the plan is over, or the stage: losses are finite. */
    default void reported(StepReport report, TrainingState state) {}

    /** A stage is over. */
    default void stageFinished(StageReport report, TrainingState state) {}
}
