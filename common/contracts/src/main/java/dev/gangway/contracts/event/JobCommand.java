package dev.gangway.contracts.event;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import java.time.Instant;
import java.util.Objects;

/**
 * A wish about a job that every worker reads from {@code gangway.job-commands}; the last one for a job counts.
 *
 * @param job the job
 * @param kind which workers it concerns
 * @param wish what they should do
 * @param at when it was wished
 */
public record JobCommand(JobId job, JobKind kind, Wish wish, Instant at) {

    public JobCommand {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(wish, "wish");
    }

    /** What can be wished. */
    public enum Wish {
        CANCEL
    }
}
