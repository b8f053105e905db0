package dev.gangway.gan.training;

import java.util.Optional;

/** What one stage of a plan does and with which constants: plain data. */
public sealed interface StageSettings permits VaeSettings, CriticSettings, AdversarialSettings, RankedSettings {

    /** How many steps the stage has at most; what a step is depends on the kind of stage. */
    int steps();

    /** How many images a batch has. */
    int batch();

    /** How many batches a step takes from the data. */
    default int batchesPerStep() {
        return 1;
    }

    /** Weight of the gradient penalty; 0 for none. */
    default double penaltyWeight() {
        return 0;
    }

    /** Where the latents come from. */
    default Latents latents() {
        return Latents.PRIOR;
    }

    /** When the discriminator gap ends the stage before its steps are done, if it does. */
    default Optional<GapStability> stability() {
        return Optional.empty();
    }

    /** From which step on the gap counts for {@link #stability()}. */
    default int gapCountsFrom() {
        return 0;
    }

    /** Whether {@code scores} of held-out images after {@code step} steps end the stage before its steps are done. */
    default boolean orderLost(int step, HeldOutScores scores) {
        return false;
    }
}
