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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells how a training comes along: its progress, and a point of each of its curves. */
final class ProgressTeller implements TrainingObserver {

    private final TrainingJob job;
    private final ClaimTeller teller;
    private final TimeLeft timeLeft;

    ProgressTeller(TrainingJob job, ClaimTeller teller, TimeLeft timeLeft) {
        this.job = job;
        this.teller = teller;
        this.timeLeft = timeLeft;
    }

    @Override
    public void reported(StepReport report, TrainingState state) {
        Instant now = teller.now();
        Map<String, Double> values = new TreeMap<>(report.values());
        report.heldOut().ifPresent(scores -> values.putAll(curves(scores)));
        values.put("images-per-second", report.imagesPerSecond());
        teller.tellIfPossible(List.of(
                new JobEvent.Progressed(teller.origin(now), progress(report)),
                new Metric.TrainingCurve(
                        job.job(),
                        job.team(),
                        now,
                        report.progress().stage(),
                        report.progress().step(),
                        values)));
    }

    @Override
    public void stageFinished(StageReport report, TrainingState state) {
        Map<String, Double> figures = new TreeMap<>();
        report.heldOut().ifPresent(scores -> figures.putAll(curves(scores)));
        report.gapReduction().ifPresent(reduction -> figures.put("gap-reduction", reduction));
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
                figures)));
    }

    private Progress.Training progress(StepReport report) {
        int stage = report.progress().stage();
        return new Progress.Training(
                stage,
                job.recipe().stages().size(),
                job.recipe().stage(stage).kind(),
                report.progress().step(),
                report.steps(),
                report.values(),
                report.heldOut().map(HeldOutScores::gap).orElse(null),
                report.imagesPerSecond(),
                timeLeft.seconds(report).isPresent()
                        ? (Double) timeLeft.seconds(report).getAsDouble()
                        : null);
    }

    private static Map<String, Double> curves(HeldOutScores scores) {
        Map<String, Double> curves = new TreeMap<>();
        curves.put("held-out.real", scores.real());
        curves.put("held-out.generated", scores.current());
        curves.put("held-out.real-above-generated", scores.realAboveCurrent());
        curves.put("gap", scores.gap());
        scores.previous().ifPresent(previous -> {
            curves.put("held-out.previous", previous.mean());
            curves.put("held-out.generated-above-previous", previous.currentAbove());
        });
        return curves;
    }
}
