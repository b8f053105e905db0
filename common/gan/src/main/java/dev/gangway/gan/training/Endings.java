package dev.gangway.gan.training;

import java.util.Optional;

/** Knows when a stage is over. */
final class Endings {

    private final StageSettings settings;
    private final double reportsPerEpoch;

    Endings(StageContext context, StageSettings settings) {
        this.settings = settings;
        int batchesPerReport = context.plan().reportInterval(settings) * settings.batchesPerStep();
        int batchesPerEpoch = context.images().training().count() / settings.batch();
        this.reportsPerEpoch = (double) batchesPerEpoch / batchesPerReport;
    }

    /** Why the stage is over at {@code progress}; empty when it goes on. */
    Optional<StageReport.Reason> reason(TrainingProgress progress, Optional<HeldOutScores> heldOut) {
        if (progress.step() == settings.steps()) {
            return Optional.of(StageReport.Reason.STEPS_DONE);
        }
        if (heldOut.isPresent() && settings.orderLost(progress.step(), heldOut.get())) {
            return Optional.of(StageReport.Reason.ORDER_LOST);
        }
        return settings.stability()
                .filter(stability -> stability.reached(progress.stageGaps(), reportsPerEpoch))
                .map(reached -> StageReport.Reason.GAP_STABLE);
    }
}
