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

    /** While the database is away, tries again for as long as nobody took the task over. */
    void settle(Lease lease, Outcome outcome, StopSignal stop) {
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
            }
        }
    }

    private void tell(Claim claim, Outcome outcome, StopSignal stop) throws StaleClaimException {
        if (outcome instanceof Outcome.Done done) {
            assignments.finish(claim, done.messages());
        } else if (outcome instanceof Outcome.Failed failed) {
            tellFailure(claim, failed.failure());
        } else if (stop.reason().equals(Optional.of(StopSignal.Reason.CANCELLED))) {
            assignments.stopCancelled(claim);
        } else {
            assignments.release(claim, List.of(new JobEvent.Released(origin(claim), ReleaseCause.SHUTDOWN)));
        }
        LOG.log(
                Level.INFO,
                "job={0} task={1} {2}",
                claim.task().job(),
                claim.task().number(),
                outcome.getClass().getSimpleName());
    }

    /** What failed for the machine's reason may be tried again by another; the job's own reason is final. */
    private void tellFailure(Claim claim, JobFailure failure) throws StaleClaimException {
        List<JobEvent> events = List.of(new JobEvent.Failed(origin(claim), failure));
        if (failure.cause() == JobFailure.Cause.MACHINE) {
            assignments.release(claim, events);
        } else {
            assignments.finish(claim, events);
        }
    }

    private Origin origin(Claim claim) {
        return claim.origin(clock.instant());
    }
}
