package dev.gangway.contracts.event;

import dev.gangway.contracts.job.JobId;
import java.time.Instant;

/**
 * Which work an event is about, and under which claim it was done.
 *
 * @param job the job
 * @param task the job's part, 0 for a training job
 * @param token the claim's fencing token; of two claims on one task the later has the greater token
 * @param worker the worker that held the claim
 * @param at when it happened
 */
public record Origin(JobId job, int task, long token, String worker, Instant at) {}
