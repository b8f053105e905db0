package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import java.util.Map;

/** What a worker tells about a job or one of its tasks, on {@code gangway.job-events}. */
public sealed interface JobEvent {

    /** Which work, under which claim, and when. */
    Origin origin();

    /**
     * A worker claimed the task.
     *
     * @param device where it runs, such as {@code cpu} or {@code cuda:0}
     */
    record Started(Origin origin, String device) implements JobEvent {}

    /** How far the task has come; each replaces the one before. */
    record Progressed(Origin origin, Progress progress) implements JobEvent {}

    /** A checkpoint is complete in the store. */
    record CheckpointWritten(Origin origin, CheckpointId checkpoint, StageKind kind, boolean stageEnd)
            implements JobEvent {}

    /**
     * A stage of a training job ended.
     *
     * @param reason why, such as {@code updates} or {@code order-lost}
     * @param figures what was measured on held-out images at its end
     */
    record StageFinished(
            Origin origin, int stage, StageKind kind, long updates, String reason, Map<String, Double> figures)
            implements JobEvent {}

    /**
     * A task of a completion job is done.
     *
     * @param images how many images were completed
     * @param failedImages how many could not be
     * @param resultKey the object with the task's figures
     */
    record TaskFinished(Origin origin, int images, int failedImages, String resultKey) implements JobEvent {}

    /**
     * The job is done.
     *
     * @param resultKey the object that sums it up: a checkpoint's manifest or a completion's results
     */
    record Succeeded(Origin origin, String resultKey) implements JobEvent {}

    /**
     * The task failed.
     *
     * @param resultKey the object that sums up what was found out all the same; left out when there is none
     */
    record Failed(
            Origin origin,
            JobFailure failure,
            @JsonInclude(JsonInclude.Include.NON_NULL) String resultKey) implements JobEvent {

        /** A failure that leaves nothing behind. */
        public Failed(Origin origin, JobFailure failure) {
            this(origin, failure, null);
        }
    }

    /** The task was given back unfinished. */
    record Released(Origin origin, ReleaseCause cause) implements JobEvent {}

    /** The job was cancelled and holds no device any more. */
    record Cancelled(Origin origin) implements JobEvent {}

    /** Why a task was given back. */
    enum ReleaseCause {
        /** The worker was asked to stop. */
        SHUTDOWN,
        /** The worker vanished. */
        LEASE_EXPIRED,
        /** The worker could not renew its lease because the database was away, and stopped by itself. */
        OUTAGE,
        /** Another job was more urgent. */
        PREEMPTED
    }
}
