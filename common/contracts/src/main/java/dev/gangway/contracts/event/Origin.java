package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.job.Text;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Which work an event is about, and under which claim it was done.
 *
 * @param job the job
 * @param task the job's part, 0 for a training job
 * @param token the claim's fencing token; of two claims on one task the later has the greater token
 * @param worker the worker that held the claim
 * @param at when it happened
 * @param kind what kind of job the worker that held the claim takes; left out by writers from before it was told
 * @param team whose job it was by the message that asked for the work; left out likewise, and where no claim was held
 */
public record Origin(
        @NotNull JobId job,
        @Min(0) int task,
        @Min(0) long token,
        @NotNull @Text String worker,
        @NotNull Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) JobKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) TeamId team) {

    /** An origin of which it is not known what kind of worker it was, and for whom it worked. */
    public Origin(JobId job, int task, long token, String worker, Instant at) {
        this(job, task, token, worker, at, null, null);
    }
}
