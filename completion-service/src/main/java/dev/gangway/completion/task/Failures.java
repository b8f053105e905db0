package dev.gangway.completion.task;

import dev.gangway.artifacts.ArtifactFailures;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.gan.network.DeviceMemory;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.worker.ClaimLostException;
import dev.gangway.ledger.worker.WorkFailures;
import java.util.Locale;

/** Says whose fault an exception is, with a stable code. */
public final class Failures {

    private Failures() {}

    public static JobFailure of(Exception exception) {
        if (exception instanceof TaskRefusedException refused) {
            return JobFailure.of(refused.code(), refused, Cause.JOB);
        }
        return ArtifactFailures.of(exception).orElseGet(() -> ofTheMachine(exception));
    }

    /**
     * Whether nobody foresaw {@code failure} and nothing speaks for store, database or device as its cause: then what was worked on at the
     * moment is what brought it about.
     */
    public static boolean isUnforeseen(RuntimeException failure) {
        return ArtifactFailures.of(failure).isEmpty()
                && !(failure instanceof ClaimLostException)
                && !(failure instanceof LedgerUnavailableException)
                && !isTheDevices(failure);
    }

    /** A device without memory, or one that fails at every call from then on. */
    private static boolean isTheDevices(RuntimeException failure) {
        return DeviceMemory.isExhausted(failure)
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("cuda error");
    }

    private static JobFailure ofTheMachine(Exception exception) {
        if (DeviceMemory.isExhausted(exception)) {
            return JobFailure.of("device-out-of-memory", exception, Cause.MACHINE);
        }
        return WorkFailures.of(exception);
    }
}
