package dev.gangway.contracts.job;

import java.util.Set;

/** A job's life, and the one table of its legal moves. */
public enum JobState {
    /** Accepted and waiting for admission. */
    QUEUED,
    /** On its way to the workers. */
    ADMITTED,
    /** Claimed by a worker. */
    RUNNING,
    /** Somebody wished it to end; a worker may still hold a device for it. */
    CANCELLING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** The states that a job may move to from this one. */
    public Set<JobState> successors() {
        return switch (this) {
            case QUEUED -> Set.of(ADMITTED, CANCELLED, FAILED);
            case ADMITTED -> Set.of(RUNNING, QUEUED, CANCELLING, CANCELLED, FAILED);
            case RUNNING -> Set.of(SUCCEEDED, FAILED, CANCELLING, QUEUED);
            case CANCELLING -> Set.of(CANCELLED, SUCCEEDED, FAILED);
            case SUCCEEDED, FAILED, CANCELLED -> Set.of();
        };
    }

    /** Whether a job may move from this state to {@code next}. */
    public boolean canBecome(JobState next) {
        return successors().contains(next);
    }

    /** Whether a job in this state has ended. */
    public boolean isFinal() {
        return successors().isEmpty();
    }
}
