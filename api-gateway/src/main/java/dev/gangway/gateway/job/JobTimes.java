package dev.gangway.gateway.job;

import java.time.Instant;

/**
 * When a job moved.
 *
 * @param createdAt when it was accepted
 * @param startedAt when a worker first claimed it; null before
 * @param endedAt when it ended; null before
 * @param updatedAt when its state last changed
 * @param notBefore when it may be admitted, once it is queued
 */
public record JobTimes(Instant createdAt, Instant startedAt, Instant endedAt, Instant updatedAt, Instant notBefore) {

    /** The times of a job that was just accepted. */
    public static JobTimes createdAt(Instant now) {
        return new JobTimes(now, null, null, now, now);
    }
}
