package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import java.util.Set;

/**
 * Which moves of jobs a webhook is told of.
 *
 * @param kinds of jobs of these kinds; at least one
 * @param states when they come to one of these states; at least one
 * @param model when they train or use this model; null for any
 */
public record WebhookFilter(Set<JobKind> kinds, Set<JobState> states, String model) {

    public WebhookFilter {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        if (kinds.isEmpty() || states.isEmpty()) {
            throw new IllegalArgumentException("a filter lets something through");
        }
    }

    /** Whether a webhook is told that {@code job} came to {@code state}. */
    public boolean accepts(Job job, JobState state) {
        return kinds.contains(job.work().kind())
                && states.contains(state)
                && (model == null || model.equals(job.work().model()));
    }
}
