package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Claims one task after the other, works on it while its lease is renewed, and tells what became of it. */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());

    private final Assignments assignments;
    private final Cancellations cancellations;
    private final WorkerSettings settings;
    private final Work work;
    private final AtomicBoolean shutdown = new AtomicBoolean();
    private final Semaphore arrivals = new Semaphore(0);
    private final Settlement settlement;
    private final Contact contact;
    private final Thread thread;
    private volatile Running running;

    /** A worker that does not work before it is started. */
    public Worker(
            Assignments assignments,
            Cancellations cancellations,
            InstantSource clock,
            WorkerSettings settings,
            Work work) {
        this.assignments = assignments;
        this.cancellations = cancellations;
        this.settings = settings;
        this.work = work;
        this.settlement = new Settlement(assignments, clock, this::restUnlessShutDown);
        this.contact = new Contact(clock, settings.lease());
        this.thread = new Thread(this::workUntilShutdown, settings.name());
    }

    private record Running(JobId job, long token, StopSignal stop) {}

    /** Begins to work on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Looks for work at once instead of at the next poll. */
    public void wake() {
        arrivals.release();
    }

    /** Asks the work on {@code job}, if it is that what runs here, to end before its next step. */
    public void cancel(JobId job) {
        Running now = running;
        if (now != null && now.job().equals(job)) {
            now.stop().cancel();
        }
    }

    /** Asks the work that is done here under a claim on {@code job} of up to {@code token} to store what it has and end. */
    public void preempt(JobId job, long token) {
        Running now = running;
        if (now != null && now.job().equals(job) && now.token() <= token) {
            now.stop().preempt();
        }
    }

    /** Whether it works on a task now. */
    public boolean isBusy() {
        return running != null;
    }

    /**
     * Asks the running work to store what it has, gives its task back, and ends.
     *
     * @return whether it ended within {@code limit}
     */
    public boolean stop(Duration limit) {
        shutdown.set(true);
        wake();
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void workUntilShutdown() {
        while (!shutdown.get()) {
            try {
                sweepForSiblings();
                Optional<Lease> lease = assignments.claim(settings.name(), settings.device(), settings.lease());
                if (lease.isPresent()) {
                    workOn(lease.get());
                } else {
                    rest();
                }
            } catch (LedgerUnavailableException e) {
                contact.lost();
                LOG.log(Level.WARNING, "worker={0} cannot look for work: {1}", settings.name(), e.getMessage());
                rest();
            } catch (RuntimeException | Error e) {
                // The thread must live on: a worker that only beats would look idle, and jobs would pile up behind it.
                LOG.log(Level.ERROR, () -> "worker=" + settings.name() + " failed between two tasks", e);
                rest();
            }
        }
    }

    /** As long as the database has only just come back, siblings that live could not renew their leases. */
    private void sweepForSiblings() {
        if (!contact.lasts()) {
            return;
        }
        for (Claim lost : assignments.sweep()) {
            LOG.log(
                    Level.WARNING,
                    "job={0} worker={1} vanished, its lease ran out",
                    lost.task().job(),
                    lost.worker());
        }
    }

    private void workOn(Lease lease) {
        Claim claim = lease.claim();
        JobId job = claim.task().job();
        StopSignal stop = new StopSignal(lease, shutdown);
        LOG.log(
                Level.INFO,
                "job={0} task={1} token={2} claimed",
                job,
                claim.task().number(),
                claim.token());
        running = new Running(job, claim.token(), stop);
        try (LeaseKeeper keeper = new LeaseKeeper(lease, settings.lease(), () -> whileHeld(job, stop), contact::lost)) {
            keeper.start();
            settlement.settle(lease, run(lease, stop), stop);
        } finally {
            running = null;
        }
    }

    private void whileHeld(JobId job, StopSignal stop) {
        sweepForSiblings();
        if (cancellations.isCancelled(job)) {
            stop.cancel();
        }
    }

    private Outcome run(Lease lease, StopSignal stop) {
        try {
            return work.run(lease, stop);
        } catch (Exception e) {
            if (stop.isRaised()) {
                LOG.log(
                        Level.INFO,
                        "job={0} ended by {1} while stopping",
                        lease.claim().task().job(),
                        e);
                return new Outcome.Stopped();
            }
            return new Outcome.Failed(WorkFailures.of(e));
        } catch (OutOfMemoryError | LinkageError e) {
            // The thread must live on: a worker that only beats would look idle, and jobs would pile up behind it.
            LOG.log(Level.ERROR, () -> "job=" + lease.claim().task().job() + " failed", e);
            return new Outcome.Failed(new JobFailure("machine-exhausted", e.toString(), JobFailure.Cause.MACHINE));
        }
    }

    /** Whether there is still somebody to try again. */
    private boolean restUnlessShutDown() {
        if (!shutdown.get()) {
            rest();
            return true;
        }
        return false;
    }

    private void rest() {
        try {
            if (arrivals.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                arrivals.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shutdown.set(true);
        }
    }
}
