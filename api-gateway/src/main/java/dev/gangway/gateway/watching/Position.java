package dev.gangway.gateway.watching;

import dev.gangway.contracts.job.JobId;

/**
 * How far somebody has read a job's news; all who stand at one are told the same.
 *
 * @param job the job
 * @param known the sequence of the last news that was told; 0 before the first
 */
record Position(JobId job, long known) {}
