package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.Lease;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks running work to end; cheap enough to be asked before every step. */
public final class StopSignal {

    private final Lease lease;
    private final AtomicBoolean shutdown;
    private volatile boolean cancelled;

    StopSignal(Lease lease, AtomicBoolean shutdown) {
        this.lease = lease;
        this.shutdown = shutdown;
    }

    /** Why work should end. */
    public enum Reason {
        /** Somebody else may have the task: nothing more may be written. */
        LEASE_LOST,
        /** The job was cancelled: what was computed is not needed. */
        CANCELLED,
        /** The worker is to stop: what was computed is to be stored. */
        SHUTDOWN
    }

    /** Why the work should end, or nothing as long as it should go on. */
    public Optional<Reason> reason() {
        if (!lease.isHeld()) {
            return Optional.of(Reason.LEASE_LOST);
        }
        if (cancelled) {
            return Optional.of(Reason.CANCELLED);
        }
        return shutdown.get() ? Optional.of(Reason.SHUTDOWN) : Optional.empty();
    }

    /** Whether the work should end. */
    public boolean isRaised() {
        return reason().isPresent();
    }

    void cancel() {
        cancelled = true;
    }
}
