package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.Text;
import dev.gangway.contracts.metric.Measured;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Numbers;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/** What a worker tells about a job or one of its tasks, on {@code gangway.job-events}. */
public sealed interface JobEvent {

    /** Which work, under which claim, and when. */
    Origin origin();

    /** The only kind of job that can have such an event; empty when any can. */
    default Optional<JobKind> subject() {
        return Optional.empty();
    }

    /**
     * A worker claimed the task.
     *
     * @param device where it runs, such as {@code cpu} or {@code cuda:0}
     */
    record Started(
            @NotNull @Valid Origin origin,
            @NotNull @Text(max = 100) String device) implements JobEvent {}

    /** How far the task has come; each replaces the one before. */
    record Progressed(
            @NotNull @Valid Origin origin, @NotNull @Valid Progress progress) implements JobEvent {

        @Override
        public Optional<JobKind> subject() {
            return Optional.of(progress.subject());
        }
    }

    /** A checkpoint is complete in the store. */
    record CheckpointWritten(
            @NotNull @Valid Origin origin,
            @NotNull CheckpointId checkpoint,
            @NotNull StageKind kind,
            boolean stageEnd) implements JobEvent {

        @Override
        public Optional<JobKind> subject() {
            return Optional.of(JobKind.TRAINING);
        }
    }

    /**
     * A stage of a training job ended.
     *
     * @param reason why, such as {@code updates} or {@code order-lost}
     * @param figures what was measured on held-out images at its end
     */
    record StageFinished(
            @NotNull @Valid Origin origin,
            @Min(0) @Max(Recipe.STAGES) int stage,
            @NotNull StageKind kind,
            @Min(0) long updates,
            @NotNull @Text(max = 100) String reason,
            @NotNull @Size(max = Metric.VALUES) Map<@NotNull @Text String, @NotNull @Measured Double> figures)
            implements JobEvent {

        public StageFinished {
            figures = Numbers.finite(figures);
        }

        @Override
        public Optional<JobKind> subject() {
            return Optional.of(JobKind.TRAINING);
        }
    }

    /**
     * A task of a completion job is done.
     *
     * @param images how many images were completed
     * @param failedImages how many could not be
     * @param resultKey the object with the task's figures
     */
    record TaskFinished(
            @NotNull @Valid Origin origin,
            @Min(0) int images,
            @Min(0) int failedImages,
            @NotNull @Text(max = 1024) String resultKey)
            implements JobEvent {

        @Override
        public Optional<JobKind> subject() {
            return Optional.of(JobKind.COMPLETION);
        }
    }

    /**
     * The job is done.
     *
     * @param resultKey what sums it up: a training's last checkpoint, or the object with a completion's results
     */
    record Succeeded(
            @NotNull @Valid Origin origin,
            @NotNull @Text(max = 1024) String resultKey) implements JobEvent {}

    /**
     * The task failed.
     *
     * @param resultKey the object that sums up what was found out all the same; left out when there is none
     */
    record Failed(
            @NotNull @Valid Origin origin,
            @NotNull @Valid JobFailure failure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Text(max = 1024)
            String resultKey)
            implements JobEvent {

        /** A failure that leaves nothing behind. */
        public Failed(Origin origin, JobFailure failure) {
            this(origin, failure, null);
        }
    }

    /** The task was given back unfinished. */
    record Released(@NotNull @Valid Origin origin, @NotNull ReleaseCause cause) implements JobEvent {}

    /** The job was cancelled and holds no device any more. */
    record Cancelled(@NotNull @Valid Origin origin) implements JobEvent {}

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
