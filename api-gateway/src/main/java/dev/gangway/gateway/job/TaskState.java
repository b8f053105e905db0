package dev.gangway.gateway.job;

import java.util.Set;

/** A task's life, and the one table of its legal moves. */
public enum TaskState {
    /** Sent when its job is admitted, or later, when enough of those before it are claimed. */
    HELD,
    /** Sent by itself when its time has come, while its job runs. */
    DUE,
    /** On its way to the workers; sent again when nobody claims it for too long, as its message may be lost. */
    SENT,
    /** Claimed by a worker; taken over by another, it still is. */
    RUNNING,
    /** Ended, well or not; never sent again. */
    DONE,
    /** Not done, and not to be done any more: its job has ended. */
    DROPPED;

    /** The states that a task may move to from this one. */
    public Set<TaskState> successors() {
        return switch (this) {
            case HELD -> Set.of(DUE, SENT, DROPPED);
            case DUE -> Set.of(SENT, DROPPED);
            case SENT -> Set.of(SENT, RUNNING, DROPPED);
            case RUNNING -> Set.of(RUNNING, HELD, DUE, DONE, DROPPED);
            case DONE, DROPPED -> Set.of();
        };
    }

    /** Whether a task may move from this state to {@code next}. */
    public boolean canBecome(TaskState next) {
        return successors().contains(next);
    }
}
