package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a job changed its state. */
public enum MoveCause {
    SUBMITTED,
    ADMITTED,
    CLAIMED,
    SUCCEEDED,
    /** Failed for its own reason. */
    JOB_FAILED,
    /** Failed for the machine's reason, and will be tried again. */
    MACHINE_FAILED,
    /** Failed for the machine's reason, once too often. */
    ATTEMPTS_EXHAUSTED,
    LEASE_EXPIRED,
    /** Store, broker or database were away; counts as no attempt. */
    OUTAGE,
    WORKER_SHUTDOWN,
    PREEMPTED,
    CANCEL_REQUESTED,
    CANCELLED;

    /** The cause in kebab case, as it stands in the API and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
