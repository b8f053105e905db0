package dev.gangway.gateway;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import java.time.Instant;
import java.util.Map;

/** A worker's claim on one task, as far as the gateway can see it. */
public record Worker(Broker broker, JobId job, int task, long token) {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    public Worker starts() {
        return tell(new JobEvent.Started(origin(), "cpu"));
    }

    public Worker trains(int stage, long step, long steps) {
        return tell(new JobEvent.Progressed(
                origin(),
                new Progress.Training(stage, 4, StageKind.VAE, step, steps, Map.of("kl", 0.5), null, 900, 12.0)));
    }

    public Worker completes(int images, int total) {
        return tell(new JobEvent.Progressed(origin(), new Progress.Completion(images, total)));
    }

    public Worker searches(int images, int total, double underWay) {
        return tell(new JobEvent.Progressed(origin(), new Progress.Completion(images, total, null, underWay, null)));
    }

    public CheckpointId writes(int stage, StageKind kind, long step, boolean stageEnd) {
        CheckpointId checkpoint = new CheckpointId(job.value(), stage, step, token);
        tell(new JobEvent.CheckpointWritten(origin(), checkpoint, kind, stageEnd));
        return checkpoint;
    }

    public Worker endsStage(int stage, StageKind kind, long updates) {
        return tell(new JobEvent.StageFinished(origin(), stage, kind, updates, "updates", Map.of("order", 0.9)));
    }

    public Worker finishesTask(int images, String resultKey) {
        return finishesTask(images, 0, resultKey);
    }

    public Worker finishesTask(int images, int failed, String resultKey) {
        return tell(new JobEvent.TaskFinished(origin(), images, failed, figures(resultKey)));
    }

    /** Succeeds with a completion's results under a key, or, under any other name, with a training's checkpoint. */
    public Worker succeeds(String result) {
        return tell(new JobEvent.Succeeded(origin(), result.contains("/") ? result : checkpoint()));
    }

    /** The checkpoint that sums up a training under this claim. */
    public String checkpoint() {
        return new CheckpointId(job.value(), 1, 15, token).toString();
    }

    /** The key of the figures that this claim writes under {@code name}. */
    public String figures(String name) {
        return name.contains("/")
                ? name
                : CompletedImageStore.taskFolder(new TaskClaim(TeamId.DEFAULT, job, task, token))
                        .resolve(name)
                        .key();
    }

    public Worker fails(String code, JobFailure.Cause cause) {
        return tell(new JobEvent.Failed(origin(), new JobFailure(code, "it broke", cause)));
    }

    public Worker failsLeaving(String code, String resultKey) {
        return tell(new JobEvent.Failed(origin(), new JobFailure(code, "it broke", JobFailure.Cause.JOB), resultKey));
    }

    public Worker releases(ReleaseCause cause) {
        return tell(new JobEvent.Released(origin(), cause));
    }

    public Worker confirmsCancellation() {
        return tell(new JobEvent.Cancelled(origin()));
    }

    public Worker measures(int stage, long step) {
        return measures(stage, step, "kl", 0.5);
    }

    public Worker measures(int stage, long step, String name, double value) {
        Metric curve = new Metric.TrainingCurve(job, TeamId.DEFAULT, AT, stage, step, Map.of(name, value));
        broker.send(Topics.METRICS, job, curve);
        return this;
    }

    private Worker tell(JobEvent event) {
        broker.send(Topics.JOB_EVENTS, job, event);
        return this;
    }

    private Origin origin() {
        return new Origin(job, task, token, "worker-" + token, AT);
    }
}
