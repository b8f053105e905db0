package dev.gangway.gan.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a stage ended.
 *
 * @param progress where the training is
 * @param reason why the stage is over
 * @param heldOut the scores of held-out images at its end, from stage 1 on
 */
public record StageReport(TrainingProgress progress, Reason reason, Optional<HeldOutScores> heldOut) {

    /** Why a stage is over. */
    public enum Reason {
        /** All its steps are done. */
        STEPS_DONE,
        /** The order on held-out images fell below the stage's limit. */
        ORDER_LOST,
        /** The gap has been where it is for the epochs that the stage asks for (RankGAN, section 4.2). */
        GAP_STABLE
    }

    /** By which fraction of stage 1's gap this stage's is smaller; GoGAN's Theorem 4.1 has one half. */
    public OptionalDouble gapReduction() {
        Double first = progress.gaps().get(1);
        Double last = progress.gaps().get(progress.stage());
        return progress.stage() == 1 || first == null || last == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - last / first);
    }
}
