package dev.gangway.trainer.stage;

import dev.gangway.artifacts.ArtifactFailures;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.gan.network.DeviceMemory;
import dev.gangway.ledger.worker.WorkFailures;
import dev.gangway.trainer.dataset.DatasetTooLargeException;
import java.io.UncheckedIOException;

/** Says whose fault an exception is, with a stable code. */
final class Failures {

    private Failures() {}

    static JobFailure of(Exception exception) {
        if (exception instanceof DatasetTooLargeException) {
            return JobFailure.of("dataset-too-large", exception, Cause.JOB);
        }
        if (exception instanceof RecipeUnfitException) {
            return JobFailure.of("recipe-unfit", exception, Cause.JOB);
        }
        return ArtifactFailures.of(exception).orElseGet(() -> ofTheMachine(exception));
    }

    private static JobFailure ofTheMachine(Exception exception) {
        if (exception instanceof UncheckedIOException) {
            // Only the cache of datasets is kept in files: this machine's disk is full, or broken.
            return JobFailure.of("cache-unusable", exception, Cause.MACHINE);
        }
        if (DeviceMemory.isExhausted(exception)) {
            return JobFailure.of("device-out-of-memory", exception, Cause.MACHINE);
        }
        return WorkFailures.of(exception);
    }
}
