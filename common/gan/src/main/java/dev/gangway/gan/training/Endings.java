package dev.gangway.gan.training;

import java.util.Optional;

/** Knows when a stage is over. */
final class Endings {

    private final StageSettings settings;
    private final int reportInterval;
    private final int gapsNeeded;

    Endings(StageContext context, StageSettings settings) {
        this.settings = settings;
        this.reportInterval = context.plan().reportInterval(settings);
        int batchesPerEpoch = context.images().training().count() / settings.batch();
        double reportsPerEpoch = (double) batchesPerEpoch / (reportInterval * settings.batchesPerStep());
        this.gapsNeeded = settings.stability()
                .map(stability -> stability.needed(reportsPerEpoch))
                .orElse(0);
    }

    /** How many of the latest gaps a stage has to remember, however long it takes. */
    int gapsNeeded() {
        return gapsNeeded;
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
                .filter(stability -> countedReports(progress) >= gapsNeeded)
                .filter(stability -> stability.reached(progress.stageGaps(), gapsNeeded))
                .map(reached -> StageReport.Reason.GAP_STABLE);
    }

    private int countedReports(TrainingProgress progress) {
        return progress.step() / reportInterval - settings.gapCountsFrom() / reportInterval;
    }
}
