package dev.gangway.trainer.stage;

import dev.gangway.artifacts.checkpoint.CorruptCheckpointException;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.dataset.DatasetMissingException;
import dev.gangway.artifacts.store.StoreException;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.gan.network.DeviceMemory;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.trainer.dataset.DatasetTooLargeException;
import org.jboss.logging.Logger;

/** Says whose fault an exception is, with a stable code. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    static JobFailure of(Exception exception) {
        if (exception instanceof UnreadableMessageException unreadable) {
            return new JobFailure(unreadable.code(), unreadable.getMessage(), Cause.JOB);
        }
        if (exception instanceof DatasetMissingException) {
            return new JobFailure("dataset-missing", exception.getMessage(), Cause.JOB);
        }
        if (exception instanceof DatasetMismatchException) {
            return new JobFailure("dataset-corrupt", exception.getMessage(), Cause.JOB);
        }
        if (exception instanceof DatasetTooLargeException) {
            return new JobFailure("dataset-too-large", exception.getMessage(), Cause.JOB);
        }
        if (exception instanceof CorruptCheckpointException) {
            return new JobFailure("checkpoint-corrupt", exception.getMessage(), Cause.JOB);
        }
        if (exception instanceof IllegalArgumentException) {
            return new JobFailure("recipe-unfit", exception.getMessage(), Cause.JOB);
        }
        if (exception instanceof StoreUnavailableException) {
            return new JobFailure("store-unavailable", exception.getMessage(), Cause.OUTAGE);
        }
        if (exception instanceof StoreException) {
            return new JobFailure("store-refused", exception.getMessage(), Cause.MACHINE);
        }
        if (exception instanceof LedgerUnavailableException) {
            return new JobFailure("database-unavailable", exception.getMessage(), Cause.OUTAGE);
        }
        if (DeviceMemory.isExhausted(exception)) {
            return new JobFailure("device-out-of-memory", exception.getMessage(), Cause.MACHINE);
        }
        LOG.error("training failed", exception);
        return new JobFailure("internal-error", exception.toString(), Cause.MACHINE);
    }
}
