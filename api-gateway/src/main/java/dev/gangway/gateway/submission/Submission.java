package dev.gangway.gateway.submission;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.util.Optional;

/**
 * A request on its way to become a job.
 *
 * @param job what the job is going to be called
 * @param team whose it is
 * @param request what was asked for
 * @param key what it is recognised by when it is sent again
 */
record Submission(JobId job, TeamId team, CanonicalRequest request, Optional<String> key) {}
