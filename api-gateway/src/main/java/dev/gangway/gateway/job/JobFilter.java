package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import java.time.Instant;
import java.util.Set;

/**
 * Which jobs are asked for.
 *
 * @param team whose
 * @param kind which kind
 * @param states in which states; empty for all
 * @param model of which model; null for all
 * @param dataset on which dataset; null for all
 * @param createdAfter created after this; null for all
 * @param createdBefore created before this; null for all
 */
public record JobFilter(
        TeamId team,
        JobKind kind,
        Set<JobState> states,
        String model,
        String dataset,
        Instant createdAfter,
        Instant createdBefore) {

    public JobFilter {
        states = Set.copyOf(states);
    }
}
