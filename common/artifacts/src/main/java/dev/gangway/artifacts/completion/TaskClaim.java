package dev.gangway.artifacts.completion;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;

/**
 * Whose claim on which task an object was written under.
 *
 * @param team whose job it is
 * @param job the job
 * @param task the task, from 0
 * @param token the fencing token of the claim
 */
public record TaskClaim(TeamId team, JobId job, int task, long token) {}
