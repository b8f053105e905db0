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
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.ledger.worker.Work;
import dev.gangway.plans.StagePlans;
import dev.gangway.trainer.dataset.TrainingDatasets;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a job's networks stage by stage, from where its last checkpoint left them. */
@Singleton
class TrainingWork implements Work {

    private final TrainingDatasets datasets;
    private final CheckpointStore store;
    private final Assignments assignments;
    private final InstantSource clock;
    private final Device device;

    TrainingWork(
            TrainingDatasets datasets,
            CheckpointStore store,
            Assignments assignments,
            InstantSource clock,
            Device device) {
        this.datasets = datasets;
        this.store = store;
        this.assignments = assignments;
        this.clock = clock;
        this.device = device;
    }

    @Override
    public Outcome run(Lease lease, StopSignal stop) {
        try {
            return train(lease.claim(), stop);
        } catch (StaleTokenException | ClaimTeller.ClaimLostException e) {
            return new Outcome.Stopped();
        } catch (UnreadableMessageException | RuntimeException e) {
            return new Outcome.Failed(Failures.of(e));
        }
    }

    private Outcome train(Claim claim, StopSignal stop) throws UnreadableMessageException {
        TrainingJob job = claim.message(TrainingJob.class);
        TrainingImages images = datasets.load(job.dataset());
        StagePlan plan = StagePlans.of(job.recipe(), images.training().count());
        ClaimTeller teller = new ClaimTeller(assignments, claim, clock);
        JobCheckpoints checkpoints = new JobCheckpoints(store, job, plan, claim.token());
        CheckpointWriter writer = new CheckpointWriter(
                plan, checkpoints, teller, job.recipe().checkpoints().updates());
        Observers observers = new Observers(List.of(new ProgressTeller(job, teller, new TimeLeft(plan)), writer));
        try (TrainingRun run = open(plan, images, checkpoints.resume())) {
            TrainingOutcome ended = run.run(observers, stop::isRaised);
            if (ended instanceof TrainingOutcome.Finished) {
                return new Outcome.Done(List.of(new JobEvent.Succeeded(
                        claim.origin(clock.instant()), checkpoints.latest().id().toString())));
            }
            if (ended instanceof TrainingOutcome.Diverged diverged) {
                return new Outcome.Failed(diverged(diverged));
            }
            if (stop.reason().equals(Optional.of(StopSignal.Reason.SHUTDOWN))) {
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
        String detail = "%s is no usable number any more in step %d of stage %d; the last checkpoint before stays good"
                .formatted(
                        diverged.value(),
                        diverged.progress().step(),
                        diverged.progress().stage());
        return new JobFailure("diverged", detail, JobFailure.Cause.JOB);
    }
}
