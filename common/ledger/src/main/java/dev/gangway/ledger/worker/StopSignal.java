package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.Lease;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks running work to end; cheap enough to be asked before every step. */
public final class StopSignal {

    private final Lease lease;
    private final AtomicBoolean shutdown;
    private volatile boolean cancelled;
    private volatile boolean preempted;

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
        /** Another job is more urgent: what was computed is to be stored. */
        PREEMPTED,
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
        if (preempted) {
            return Optional.of(Reason.PREEMPTED);
        }
        return shutdown.get() ? Optional.of(Reason.SHUTDOWN) : Optional.empty();
    }

    /** Whether the work should end. */
    public boolean isRaised() {
        return reason().isPresent();
    }

    /** Whether what was computed so far is to be stored, because the work will go on from there. */
    public boolean asksToStore() {
        return reason().filter(reason -> reason == Reason.PREEMPTED || reason == Reason.SHUTDOWN)
                .isPresent();
    }

    void cancel() {
        cancelled = true;
    }

    void preempt() {
        preempted = true;
    }
}
