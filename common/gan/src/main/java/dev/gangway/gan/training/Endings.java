package dev.gangway.gan.training;

import java.util.List;
import java.util.Optional;

/** Knows when a stage is over. */
final class Endings {

    private final StageSettings settings;
    private final double reportsPerEpoch;
    private final int uncounted;

    Endings(StageContext context, StageSettings settings) {
        this.settings = settings;
        int batchesPerReport = context.plan().reportInterval(settings) * settings.batchesPerStep();
        int batchesPerEpoch = context.images().training().count() / settings.batch();
        this.reportsPerEpoch = (double) batchesPerEpoch / batchesPerReport;
        this.uncounted = settings.gapCountsFrom() / context.plan().reportInterval(settings);
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
                .filter(stability -> stability.reached(counted(progress.stageGaps()), reportsPerEpoch))
                .map(reached -> StageReport.Reason.GAP_STABLE);
    }

    private List<Double> counted(List<Double> gaps) {
        return gaps.subList(Math.min(uncounted, gaps.size()), gaps.size());
    }
}
