package dev.gangway.trainer.stage;

import ai.djl.Device;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.checkpoint.StaleTokenException;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingOutcome;
import dev.gangway.gan.training.TrainingRun;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.worker.ClaimLostException;
import dev.gangway.ledger.worker.ClaimTeller;
import dev.gangway.ledger.worker.ClaimTellers;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.ledger.worker.Work;
import dev.gangway.plans.StagePlans;
import dev.gangway.trainer.config.TrainerConfig;
import dev.gangway.trainer.dataset.OpenDataset;
import dev.gangway.trainer.dataset.TrainingDatasets;
import dev.gangway.trainer.record.RecordedRun;
import dev.gangway.trainer.record.RunRecorder;
import dev.gangway.trainer.record.RunRecorders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains a job's networks stage by stage, from where its last checkpoint left them. */
@Singleton
class TrainingWork implements Work {

    private final TrainingDatasets datasets;
    private final CheckpointStore store;
    private final ClaimTellers tellers;
    private final RunRecorders records;
    private final Device device;
    private final Duration tellingInterval;

    TrainingWork(
            TrainingDatasets datasets,
            CheckpointStore store,
            ClaimTellers tellers,
            RunRecorders records,
            Device device,
            TrainerConfig config) {
        this.tellingInterval = config.telling().interval();
        this.datasets = datasets;
        this.store = store;
        this.tellers = tellers;
        this.records = records;
        this.device = device;
    }

    @Override
    public Outcome run(Lease lease, StopSignal stop) {
        try {
            return train(lease, stop);
        } catch (StaleTokenException | ClaimLostException e) {
            return new Outcome.Stopped();
        } catch (UnreadableMessageException | RuntimeException e) {
            return new Outcome.Failed(Failures.of(e));
        }
    }

    private Outcome train(Lease lease, StopSignal stop) throws UnreadableMessageException {
        TrainingJob job = lease.claim().message(TrainingJob.class);
        try (OpenDataset dataset = datasets.open(job)) {
            TrainingImages images = dataset.images();
            StagePlan plan = RecipeUnfitException.unlessFitting(
                    () -> StagePlans.of(job.recipe(), images.training().count()));
            RecordedRun recorded = new RecordedRun(job, plan, images, device, stop::isRaised);
            try (RunRecorder record = records.open(recorded, lease.claim().token())) {
                return train(lease, recorded, record, stop);
            }
        }
    }

    private Outcome train(Lease lease, RecordedRun recorded, RunRecorder record, StopSignal stop) {
        TrainingJob job = recorded.job();
        StagePlan plan = recorded.plan();
        ClaimTeller teller = tellers.of(lease.claim());
        JobCheckpoints checkpoints =
                new JobCheckpoints(store, job, plan, lease.claim().token(), lease::isHeld);
        CheckpointWriter writer = new CheckpointWriter(
                plan, checkpoints, teller, record, job.recipe().checkpoints().updates());
        ProgressTeller progress =
                new ProgressTeller(job, teller, new TimeLeft(plan), record, new TellingPace(tellingInterval));
        Observers observers = new Observers(List.of(record, progress, writer));
        Optional<Snapshot> left = checkpoints.resume();
        try (TrainingRun run = RecipeUnfitException.unlessFitting(() -> open(plan, recorded.images(), left))) {
            TrainingOutcome ended = run.run(observers, stop::isRaised);
            if (ended instanceof TrainingOutcome.Finished) {
                return new Outcome.Done(List.of(new JobEvent.Succeeded(
                        teller.origin(teller.now()), checkpoints.latest().id().toString())));
            }
            if (ended instanceof TrainingOutcome.Diverged diverged) {
                return new Outcome.Failed(diverged(diverged));
            }
            if (stop.asksToStore()) {
                writer.write(run.state().snapshot(), Map.of());
            }
            return new Outcome.Stopped();
        }
    }

    private TrainingRun open(StagePlan plan, TrainingImages images, Optional<Snapshot> left) {
        return left.map(snapshot -> TrainingRun.resume(plan, images, device, snapshot))
                .orElseGet(() -> TrainingRun.start(plan, images, device));
    }

    private static JobFailure diverged(TrainingOutcome.Diverged diverged) {
        String detail = String.format(
                Locale.ROOT,
                "%s is no usable number any more in step %d of stage %d; the last checkpoint before stays good",
                diverged.value(),
                diverged.progress().step(),
                diverged.progress().stage());
        return new JobFailure("diverged", detail, JobFailure.Cause.JOB);
    }
}
