package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobKind;
import java.time.Instant;
import java.util.Map;

/**
 * Everything that waits, whichever gateway will see to it.
 *
 * @param jobs the queued jobs; kinds without any are left out
 * @param outbox messages that are promised and not sent
 * @param deliveries events that webhooks are still to be told
 */
public record Backlog(Map<JobKind, Queue> jobs, Queue outbox, Queue deliveries) {

    /** Nothing waits. */
    public static final Backlog NONE = new Backlog(Map.of(), Queue.EMPTY, Queue.EMPTY);

    public Backlog {
        jobs = Map.copyOf(jobs);
    }

    /**
     * What waits for one thing.
     *
     * @param count how much of it
     * @param since since when the oldest of it does; null when there is none
     */
    public record Queue(long count, Instant since) {

        /** Nothing waits. */
        public static final Queue EMPTY = new Queue(0, null);
    }
}
