package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.event.JobEvent.Failed;
import dev.gangway.contracts.event.JobEvent.Released;
import dev.gangway.contracts.event.JobEvent.Succeeded;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.Task;
import dev.gangway.gateway.job.TaskState;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What becomes of a job when a worker lets go of one of its tasks. */
@ApplicationScoped
class ClaimEndings {

    /** A time that has come already. */
    private static final Instant AT_ONCE = Instant.EPOCH;
    /** An outage is waited for as after so many failures. */
    private static final int OUTAGE_FAILURES = 2;

    private final JobRepository jobs;
    private final TaskRepository tasks;
    private final JobMoves moves;
    private final Backoff backoff;
    private final WorkerCommands commands;

    ClaimEndings(JobRepository jobs, TaskRepository tasks, JobMoves moves, Backoff backoff, WorkerCommands commands) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.moves = moves;
        this.backoff = backoff;
        this.commands = commands;
    }

    /** The job is done, also when somebody wished to cancel it meanwhile. */
    void succeeded(Job job, Task task, Succeeded event) {
        tasks.done(task);
        jobs.result(job.id(), event.resultKey());
        moves.move(job, JobState.SUCCEEDED, MoveCause.SUCCEEDED, event.origin().worker());
    }

    /** The task failed: for the job's own reason for good, for the machine's until that happened too often without progress. */
    void failed(Job job, Task task, Failed event) {
        JobFailure failure = event.failure();
        switch (failure.cause()) {
            case JOB -> failedForGood(job, task, event);
            case MACHINE -> repeat(job, task, failure, MoveCause.MACHINE_FAILED, event.origin());
            case OUTAGE -> again(job, task, afterOutage(task), MoveCause.OUTAGE, event.origin());
        }
    }

    /** What the job found out before it failed stays to be read. */
    private void failedForGood(Job job, Task task, Failed event) {
        if (event.resultKey() != null) {
            jobs.result(job.id(), event.resultKey());
        }
        fail(job, task, event.failure(), MoveCause.JOB_FAILED, event.origin());
    }

    /** The task was given back: one whose worker vanished counts as failed, the others do not. */
    void released(Job job, Task task, Released event) {
        Origin origin = event.origin();
        switch (event.cause()) {
            case SHUTDOWN ->
                again(job, task, new Repetition(task.failures(), AT_ONCE), MoveCause.WORKER_SHUTDOWN, origin);
            case PREEMPTED ->
                again(job, task, new Repetition(task.failures(), job.times().notBefore()), MoveCause.PREEMPTED, origin);
            case OUTAGE -> again(job, task, afterOutage(task), MoveCause.OUTAGE, origin);
            case LEASE_EXPIRED -> repeat(job, task, vanished(origin), MoveCause.LEASE_EXPIRED, origin);
        }
    }

    /** No worker is left that could say so: the task counts as one whose worker vanished. */
    void lost(Job job, Task task, Instant now) {
        Origin nobody = new Origin(job.id(), task.number(), task.token(), "gateway", now);
        JobFailure vanished = new JobFailure(
                "lease-expired", "no worker that could have had it was heard of any more", JobFailure.Cause.MACHINE);
        repeat(job, task, vanished, MoveCause.LEASE_EXPIRED, nobody);
    }

    /** A worker let go of a job that is to be cancelled: it is, when no other worker has a task of it. */
    void stopped(Job job, Origin origin) {
        if (tasks.tally(job.id()).running() == 0) {
            moves.move(job, JobState.CANCELLED, MoveCause.CANCELLED, origin.worker());
        }
    }

    /** However long it lasts, an outage uses up no attempt. */
    private Repetition afterOutage(Task task) {
        return new Repetition(
                task.failures(), backoff.until(task.job(), task.number(), Math.max(task.failures(), OUTAGE_FAILURES)));
    }

    private void repeat(Job job, Task task, JobFailure failure, MoveCause cause, Origin origin) {
        int failures = task.failures() + 1;
        if (backoff.isExhausted(failures)) {
            JobFailure last = new JobFailure(
                    failure.code(), "gave up after " + failures + " attempts: " + failure.detail(), failure.cause());
            fail(job, task, last, MoveCause.ATTEMPTS_EXHAUSTED, origin);
        } else {
            Instant notBefore = backoff.until(job.id(), task.number(), failures);
            again(job, task, new Repetition(failures, notBefore), cause, origin);
        }
    }

    private void again(Job job, Task task, Repetition repetition, MoveCause cause, Origin origin) {
        boolean training = job.work().kind() == JobKind.TRAINING;
        TaskState next = training ? TaskState.HELD : TaskState.DUE;
        tasks.givenBack(task, next, repetition.failures(), repetition.notBefore());
        if (job.state() == JobState.CANCELLING) {
            stopped(job, origin);
        } else if (training) {
            jobs.delay(job.id(), repetition.notBefore());
            moves.move(job, JobState.QUEUED, cause, origin.worker());
        }
    }

    private void fail(Job job, Task task, JobFailure failure, MoveCause cause, Origin origin) {
        tasks.done(task);
        if (job.state() == JobState.CANCELLING) {
            stopped(job, origin);
            return;
        }
        jobs.failure(job.id(), failure);
        moves.move(job, JobState.FAILED, cause, origin.worker());
        // For those who have another task of it, and for a worker that was only thought lost.
        commands.cancel(job);
    }

    private static JobFailure vanished(Origin origin) {
        return new JobFailure(
                "lease-expired",
                "worker " + origin.worker() + " vanished while it had task " + origin.task(),
                JobFailure.Cause.MACHINE);
    }

    /**
     * How a task is tried again.
     *
     * @param failures how many attempts have failed
     * @param notBefore when it may be sent
     */
    private record Repetition(int failures, Instant notBefore) {}
}
