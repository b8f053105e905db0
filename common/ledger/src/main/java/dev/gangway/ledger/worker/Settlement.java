package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Origin;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.StaleClaimException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Puts down what became of a task, and tells it in the same transaction. */
final class Settlement {

    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());
    private static final JobFailure UNTOLD = new JobFailure(
            "internal-error",
            "what became of the task has no message; the worker's log says why",
            JobFailure.Cause.MACHINE);

    private final Assignments assignments;
    private final InstantSource clock;
    private final BooleanSupplier again;

    /**
     * A settlement.
     *
     * @param again waits before the next attempt; false when there is to be none
     */
    Settlement(Assignments assignments, InstantSource clock, BooleanSupplier again) {
        this.assignments = assignments;
        this.clock = clock;
        this.again = again;
    }

    /** While the database is away, tries again for as long as nobody took the task over; what no message can say is told as a failure. */
    void settle(Lease lease, Outcome told, StopSignal stop) {
        Outcome outcome = told;
        boolean settled = false;
        while (!settled && !lease.isLost()) {
            try {
                tell(lease.claim(), outcome, stop);
                settled = true;
            } catch (StaleClaimException e) {
                LOG.log(Level.WARNING, "job={0} {1}", lease.claim().task().job(), e.getMessage());
                settled = true;
            } catch (LedgerUnavailableException e) {
                LOG.log(Level.WARNING, "job={0} {1}", lease.claim().task().job(), e.getMessage());
                settled = !again.getAsBoolean();
            } catch (IllegalArgumentException e) {
                LOG.log(Level.ERROR, () -> "job=" + lease.claim().task().job() + " cannot be told of its outcome", e);
                settled = outcome instanceof Outcome.Failed failed
                        && failed.failure().equals(UNTOLD);
                outcome = new Outcome.Failed(UNTOLD);
            }
        }
    }

    private void tell(Claim claim, Outcome outcome, StopSignal stop) throws StaleClaimException {
        if (outcome instanceof Outcome.Done done) {
            assignments.finish(claim, done.messages());
        } else if (outcome instanceof Outcome.Failed failed) {
            tellFailure(claim, failed);
        } else if (stop.reason().equals(Optional.of(StopSignal.Reason.CANCELLED))) {
            assignments.stopCancelled(claim);
        } else {
            assignments.release(claim, List.of(new JobEvent.Released(origin(claim), cause(stop))));
        }
        LOG.log(
                Level.INFO,
                "job={0} task={1} {2}",
                claim.task().job(),
                claim.task().number(),
                outcome.getClass().getSimpleName());
    }

    private static ReleaseCause cause(StopSignal stop) {
        Optional<StopSignal.Reason> reason = stop.reason();
        if (reason.equals(Optional.of(StopSignal.Reason.PREEMPTED))) {
            return ReleaseCause.PREEMPTED;
        }
        // Whoever stopped because its lease ran out holds it again by the time that it can tell, and nothing asks to
        // stop any more.
        return reason.equals(Optional.of(StopSignal.Reason.SHUTDOWN)) ? ReleaseCause.SHUTDOWN : ReleaseCause.OUTAGE;
    }

    /** The job's own reason is final; after any other the task may be tried again by another worker. */
    private void tellFailure(Claim claim, Outcome.Failed failed) throws StaleClaimException {
        List<JobEvent> events = List.of(new JobEvent.Failed(origin(claim), failed.failure(), failed.resultKey()));
        if (failed.failure().cause() == JobFailure.Cause.JOB) {
            assignments.finish(claim, events);
        } else {
            assignments.release(claim, events);
        }
    }

    private Origin origin(Claim claim) {
        return claim.origin(clock.instant());
    }
}
