package dev.gangway.gateway.job;

import java.time.Instant;

/**
 * How often a dead letter was sent to its topic again.
 *
 * @param count how often; 0 for never
 * @param last when for the last time; null for never
 */
public record ReplayTally(long count, Instant last) {

    /** That of a dead letter that was never sent again. */
    public static final ReplayTally NONE = new ReplayTally(0, null);
}
