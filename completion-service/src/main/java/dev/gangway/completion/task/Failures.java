package dev.gangway.completion.task;

import dev.gangway.artifacts.ArtifactFailures;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.gan.network.DeviceMemory;
import dev.gangway.ledger.worker.WorkFailures;

/** Says whose fault an exception is, with a stable code. */
public final class Failures {

    private Failures() {}

    public static JobFailure of(Exception exception) {
        if (exception instanceof TaskRefusedException refused) {
            return new JobFailure(refused.code(), refused.getMessage(), Cause.JOB);
        }
        return ArtifactFailures.of(exception).orElseGet(() -> ofTheMachine(exception));
    }

    private static JobFailure ofTheMachine(Exception exception) {
        if (DeviceMemory.isExhausted(exception)) {
            return new JobFailure("device-out-of-memory", exception.getMessage(), Cause.MACHINE);
        }
        return WorkFailures.of(exception);
    }
}
