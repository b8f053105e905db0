package dev.gangway.trainer.stage;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gan.training.HeldOutScores;
import dev.gangway.gan.training.StageReport;
import dev.gangway.gan.training.StepReport;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingState;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.trainer.record.RunRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells how a training comes along: its progress, and a point of each of its curves. Reports that come faster than the pace are left out, unless
 * they say something that few do: the end of a stage, or how completion goes.
 */
final class ProgressTeller implements TrainingObserver {

    private final TrainingJob job;
    private final ClaimTeller teller;
    private final TimeLeft timeLeft;
    private final RunRecorder record;
    private final TellingPace pace;

    ProgressTeller(TrainingJob job, ClaimTeller teller, TimeLeft timeLeft, RunRecorder record, TellingPace pace) {
        this.pace = pace;
        this.job = job;
        this.teller = teller;
        this.timeLeft = timeLeft;
        this.record = record;
    }

    @Override
    public void reported(StepReport report, TrainingState state) {
        Instant now = teller.now();
        if (!pace.tells(now, isRare(report))) {
            return;
        }
        teller.tellIfPossible(List.of(
                new JobEvent.Progressed(teller.origin(now), progress(report)),
                new Metric.TrainingCurve(
                        job.job(),
                        job.team(),
                        now,
                        report.progress().stage(),
                        report.progress().step(),
                        record.values())));
    }

    private boolean isRare(StepReport report) {
        return report.ending().isPresent()
                || record.values().keySet().stream().anyMatch(name -> name.startsWith("completion."));
    }

    @Override
    public void stageFinished(StageReport report, TrainingState state) {
        int stage = report.progress().stage();
        String reason =
                switch (report.reason()) {
                    case STEPS_DONE -> "updates-done";
                    case ORDER_LOST -> "order-lost";
                    case GAP_STABLE -> "gap-stable";
                };
        teller.tell(List.of(new JobEvent.StageFinished(
                teller.origin(teller.now()),
                stage,
                job.recipe().stage(stage).kind(),
                report.progress().step(),
                reason,
                record.figures())));
    }

    private Progress.Training progress(StepReport report) {
        int stage = report.progress().stage();
        return new Progress.Training(
                stage,
                job.recipe().stages().size(),
                job.recipe().stage(stage).kind(),
                report.progress().step(),
                report.steps(),
                losses(report.values()),
                report.heldOut().map(HeldOutScores::gap).orElse(null),
                report.imagesPerSecond(),
                timeLeft.seconds(report).isPresent()
                        ? (Double) timeLeft.seconds(report).getAsDouble()
                        : null);
    }

    /** Scores and norms are for the curves. */
    private static Map<String, Double> losses(Map<String, Double> values) {
        Map<String, Double> losses = new TreeMap<>(values);
        losses.keySet().removeIf(name -> name.endsWith("norm") || name.startsWith("score."));
        return losses;
    }
}
