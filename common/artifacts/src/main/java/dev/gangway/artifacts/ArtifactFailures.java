package dev.gangway.artifacts;

import dev.gangway.artifacts.checkpoint.CheckpointMissingException;
import dev.gangway.artifacts.checkpoint.CorruptCheckpointException;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.dataset.DatasetMissingException;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.StoreException;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import java.util.Optional;

/** Says whose fault it was that an artefact could not be read or written, with a stable code. */
public final class ArtifactFailures {

    private ArtifactFailures() {}

    /** Nothing for an exception that is not about artefacts. */
    public static Optional<JobFailure> of(Exception exception) {
        if (exception instanceof DatasetMissingException) {
            return failure("dataset-missing", exception, Cause.JOB);
        }
        if (exception instanceof DatasetMismatchException) {
            return failure("dataset-corrupt", exception, Cause.JOB);
        }
        if (exception instanceof CheckpointMissingException) {
            return failure("checkpoint-missing", exception, Cause.JOB);
        }
        if (exception instanceof CorruptCheckpointException) {
            return failure("checkpoint-corrupt", exception, Cause.JOB);
        }
        if (exception instanceof StoreUnavailableException) {
            return failure("store-unavailable", exception, Cause.OUTAGE);
        }
        if (exception instanceof ContentMismatchException) {
            return failure("object-damaged", exception, Cause.JOB);
        }
        if (exception instanceof StoreException) {
            return failure("store-refused", exception, Cause.MACHINE);
        }
        return Optional.empty();
    }

    private static Optional<JobFailure> failure(String code, Exception exception, Cause cause) {
        return Optional.of(new JobFailure(code, exception.getMessage(), cause));
    }
}
