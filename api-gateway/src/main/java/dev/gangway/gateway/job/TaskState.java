package dev.gangway.gateway.job;

import java.util.Set;

/** A task's life, and the one table of its legal moves. */
public enum TaskState {
    /** Sent when its job is admitted. */
    HELD,
    /** Sent by itself when its time has come, while its job runs. */
    DUE,
    /** On its way to the workers; sent again when nobody claims it for too long, as its message may be lost. */
    SENT,
    /** Claimed by a worker; taken over by another, it still is. */
    RUNNING,
    /** Ended, well or not; never sent again. */
    DONE;

    /** The states that a task may move to from this one. */
    public Set<TaskState> successors() {
        return switch (this) {
            case HELD, DUE -> Set.of(SENT);
            case SENT -> Set.of(SENT, RUNNING);
            case RUNNING -> Set.of(RUNNING, HELD, DUE, DONE);
            case DONE -> Set.of();
        };
    }

    /** Whether a task may move from this state to {@code next}. */
    public boolean canBecome(TaskState next) {
        return successors().contains(next);
    }
}
