package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import java.lang.System.Logger.Level;

/** Says whose fault an exception is that ended some work, with a stable code. */
public final class WorkFailures {

    private static final System.Logger LOG = System.getLogger(WorkFailures.class.getName());

    private WorkFailures() {}

    /** What nobody foresaw is the machine's fault, and logged with its trace. */
    public static JobFailure of(Exception exception) {
        if (exception instanceof UnreadableMessageException unreadable) {
            return JobFailure.of(unreadable.code(), unreadable, Cause.JOB);
        }
        if (exception instanceof LedgerUnavailableException) {
            return JobFailure.of("database-unavailable", exception, Cause.OUTAGE);
        }
        LOG.log(Level.ERROR, "work failed for no reason that was foreseen", exception);
        return new JobFailure("internal-error", exception.toString(), Cause.MACHINE);
    }
}
