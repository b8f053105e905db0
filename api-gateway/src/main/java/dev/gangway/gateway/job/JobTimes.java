package dev.gangway.gateway.job;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a job moved.
 *
 * @param createdAt when it was accepted
 * @param startedAt when a worker first claimed it; null before
 * @param endedAt when it ended; null before
 * @param updatedAt when its state last changed, or it last came further; never earlier than it was
 * @param notBefore when it may be admitted, once it is queued
 */
public record JobTimes(
        @Schema(description = "When it was accepted; lists go by this.")
        Instant createdAt,

        @Schema(description = "When a worker first claimed it; left out before.")
        Instant startedAt,

        @Schema(description = "When it ended; left out before.")
        Instant endedAt,

        @Schema(description = "When its state last changed, or it last told of progress.")
        Instant updatedAt,

        @Schema(description = "Once it is queued: when it may be admitted at the earliest.")
        Instant notBefore) {

    /** The times of a job that was just accepted. */
    public static JobTimes createdAt(Instant now) {
        return new JobTimes(now, null, null, now, now);
    }
}
