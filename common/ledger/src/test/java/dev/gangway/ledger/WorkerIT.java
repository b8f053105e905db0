package dev.gangway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.Received;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.ledger.worker.JobCommands;
import dev.gangway.ledger.worker.Outcome;
import dev.gangway.ledger.worker.StopSignal;
import dev.gangway.ledger.worker.Work;
import dev.gangway.ledger.worker.Worker;
import dev.gangway.ledger.worker.WorkerSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class WorkerIT {

    private static final Task TASK = new Task(JobId.of("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11"), 0);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DataSource database = TrainerSchema.empty();
    private final InstantSource clock = Clock.systemUTC();
    private final Outbox outbox = new Outbox(database, clock);
    private final Assignments assignments = new Assignments(database, outbox, clock, JobKind.TRAINING);
    private final Cancellations cancellations = new Cancellations(database, outbox, clock, JobKind.TRAINING);
    private final BlockingQueue<StopSignal> started = new LinkedBlockingQueue<>();

    @Test
    void finishedWorkIsTold() throws Exception {
        Worker worker = working((lease, stop) ->
                new Outcome.Done(List.of(new JobEvent.Succeeded(lease.claim().origin(clock.instant()), "key"))));
        JobEvent last = lastEventAfterStart(worker);
        assertThat(last).isInstanceOfSatisfying(JobEvent.Succeeded.class, succeeded -> assertThat(succeeded.resultKey())
                .isEqualTo("key"));
    }

    @Test
    void anExceptionIsTheMachinesFailureAndTheWorkerGoesOn() throws Exception {
        Worker worker = working((lease, stop) -> {
            throw new IllegalStateException("out of luck");
        });
        JobEvent last = lastEventAfterStart(worker);
        assertThat(last).isInstanceOfSatisfying(JobEvent.Failed.class, failed -> {
            assertThat(failed.failure().cause()).isEqualTo(JobFailure.Cause.MACHINE);
            assertThat(failed.failure().detail()).contains("out of luck");
        });
    }

    @Test
    void anOutcomeThatNoMessageCanSayIsTheMachinesFailureAndTheWorkerGoesOn() throws Exception {
        Worker worker = working((lease, stop) ->
                new Outcome.Failed(new JobFailure("No Stable Code", "out of luck", JobFailure.Cause.JOB)));
        JobEvent last = lastEventAfterStart(worker);
        assertThat(last).isInstanceOfSatisfying(JobEvent.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("internal-error");
            assertThat(failed.failure().cause()).isEqualTo(JobFailure.Cause.MACHINE);
        });
    }

    @Test
    void aJobCancelledByCommandStopsAndItsCancellationIsConfirmed() throws Exception {
        Worker worker = working(this::untilStopped);
        worker.start();
        accept();
        worker.wake();
        StopSignal stop = started.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        commands(worker).obey(cancel(JobKind.TRAINING));
        assertThat(awaitEvent(JobEvent.Cancelled.class)).isNotNull();
        assertThat(stop.reason()).isEqualTo(Optional.of(StopSignal.Reason.CANCELLED));
        assertThat(worker.stop(LIMIT)).isTrue();
    }

    @Test
    void aCancellationWhoseCommandGotLostIsNoticedWithTheNextRenewal() throws Exception {
        Worker worker = working(this::untilStopped);
        worker.start();
        accept();
        worker.wake();
        started.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        cancellations.cancel(TASK.job());
        assertThat(awaitEvent(JobEvent.Cancelled.class)).isNotNull();
        assertThat(worker.stop(LIMIT)).isTrue();
    }

    @Test
    void whatIsCommandedOfAnotherKindOfJobsIsNotNoted() {
        JobCommands commands = commands(working(this::untilStopped));
        commands.obey(cancel(JobKind.COMPLETION));
        assertThat(cancellations.isCancelled(TASK.job())).isFalse();
        commands.obey(cancel(JobKind.TRAINING));
        assertThat(cancellations.isCancelled(TASK.job())).isTrue();
    }

    @Test
    void aPreemptedTaskIsGivenBackAndAnOlderClaimsPreemptionIsNotHeard() throws Exception {
        Worker worker = working(this::untilStopped);
        worker.start();
        accept();
        worker.wake();
        StopSignal stop = started.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        commands(worker).obey(JobCommand.preempt(TASK.job(), JobKind.TRAINING, 0, Instant.EPOCH));
        assertThat(stop.isRaised()).isFalse();
        commands(worker).obey(JobCommand.preempt(TASK.job(), JobKind.TRAINING, 1, Instant.EPOCH));
        JobEvent.Released released = (JobEvent.Released) awaitEvent(JobEvent.Released.class);
        assertThat(released.cause()).isEqualTo(ReleaseCause.PREEMPTED);
        assertThat(worker.stop(LIMIT)).isTrue();
    }

    @Test
    void aStoppingWorkerGivesItsTaskBack() throws Exception {
        Worker worker = working(this::untilStopped);
        worker.start();
        accept();
        worker.wake();
        started.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(worker.stop(LIMIT)).isTrue();
        JobEvent.Released released = (JobEvent.Released) awaitEvent(JobEvent.Released.class);
        assertThat(released.cause()).isEqualTo(ReleaseCause.SHUTDOWN);
    }

    private Outcome untilStopped(dev.gangway.ledger.assignment.Lease lease, StopSignal stop) {
        started.add(stop);
        while (!stop.isRaised()) {
            Thread.onSpinWait();
        }
        return new Outcome.Stopped();
    }

    private Worker working(Work work) {
        WorkerSettings settings = new WorkerSettings("worker", "cpu", Duration.ofSeconds(1), Duration.ofMillis(100));
        return new Worker(assignments, cancellations, clock, settings, work);
    }

    private JobCommands commands(Worker worker) {
        return new JobCommands(JobKind.TRAINING, cancellations, worker);
    }

    private static JobCommand cancel(JobKind kind) {
        return JobCommand.cancel(TASK.job(), kind, Instant.EPOCH);
    }

    private JobEvent lastEventAfterStart(Worker worker) throws InterruptedException {
        accept();
        worker.start();
        assertThat(awaitEvent(JobEvent.Started.class)).isNotNull();
        JobEvent last = awaitEvent(JobEvent.class);
        assertThat(worker.stop(LIMIT)).isTrue();
        return last;
    }

    private void accept() {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, cancel(JobKind.TRAINING)));
    }

    /** Relays until an event of the kind arrives; events of other kinds are dropped. */
    private JobEvent awaitEvent(Class<? extends JobEvent> kind) throws InterruptedException {
        BlockingQueue<JobEvent> arrived = new LinkedBlockingQueue<>();
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            outbox.relay(
                    outgoing -> {
                        arrived.add(read(outgoing.type(), outgoing.body()));
                        return CompletableFuture.completedFuture(null);
                    },
                    1);
            JobEvent event = arrived.poll(20, TimeUnit.MILLISECONDS);
            if (kind.isInstance(event)) {
                return event;
            }
        }
        return null;
    }

    private static JobEvent read(String type, byte[] body) {
        try {
            return MessageCodec.read(type, body, JobEvent.class);
        } catch (dev.gangway.contracts.message.UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }
}
