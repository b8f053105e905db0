package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;

/**
 * A wish about a job that every worker reads from {@code gangway.job-commands}; the last one for a job counts.
 *
 * @param job the job
 * @param kind which workers it concerns
 * @param wish what they should do
 * @param token the claim that {@code PREEMPT} is about: later claims do not hear it; null with {@code CANCEL}
 * @param at when it was wished
 */
public record JobCommand(
        JobId job,
        JobKind kind,
        Wish wish,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Min(0) Long token,
        @NotNull Instant at) {

    public JobCommand {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(wish, "wish");
        if ((wish == Wish.PREEMPT) != (token != null)) {
            throw new IllegalArgumentException(
                    "PREEMPT names a claim, CANCEL concerns all: " + wish + ", token " + token);
        }
    }

    /** Whoever holds the job is to let go of it for good. */
    public static JobCommand cancel(JobId job, JobKind kind, Instant at) {
        return new JobCommand(job, kind, Wish.CANCEL, null, at);
    }

    /** Whoever holds the job under {@code token} is to store what it has and give it back. */
    public static JobCommand preempt(JobId job, JobKind kind, long token, Instant at) {
        return new JobCommand(job, kind, Wish.PREEMPT, token, at);
    }

    /** What can be wished. */
    public enum Wish {
        /** The job is not wanted any more. */
        CANCEL,
        /** The job goes back to the queue, and on from its checkpoint later. */
        PREEMPT
    }
}
