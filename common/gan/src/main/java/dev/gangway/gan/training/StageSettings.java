package dev.gangway.gan.training;

/** What one stage of a plan does and with which constants: plain data. */
public sealed interface StageSettings permits VaeSettings, CriticSettings, RankedSettings {

    /** How many steps the stage has at most; what a step is depends on the kind of stage. */
    int steps();

    /** How many images a batch has. */
    int batch();

    /** How many batches a step takes from the data. */
    default int batchesPerStep() {
        return 1;
    }

    /** Whether what {@code report} says of held-out images ends the stage before its steps are done. */
    default boolean orderLost(StepReport report) {
        return false;
    }
}
