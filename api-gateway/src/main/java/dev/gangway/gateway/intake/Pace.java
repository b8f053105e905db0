package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a body comes on. It is asked once in every window; time in which this end did not listen is not held against the
 * sender.
 */
final class Pace {

    private final Duration deadline;
    private final long leastBytes;
    private final Instant begun;
    private long bytes;
    private long counted;
    private boolean heldUp;

    Pace(BodyConfig config, Instant begun) {
        this.deadline = config.deadline();
        this.leastBytes = leastBytes(config);
        this.begun = begun;
    }

    /** How many bytes have to come on in a window. */
    static long leastBytes(BodyConfig config) {
        return Math.max(1, config.leastRate() * config.window().toMillis() / 1_000);
    }

    /** So many bytes have come. */
    void count(long more) {
        bytes += more;
    }

    /** This end does not listen for a moment. */
    void holdUp() {
        heldUp = true;
    }

    /** Whether too few bytes have come since this was last asked, or it has taken too long in all; the end of a window. */
    boolean isTooSlow(Instant now) {
        boolean slow = !heldUp && bytes - counted < leastBytes;
        counted = bytes;
        heldUp = false;
        return slow || now.isAfter(begun.plus(deadline));
    }
}
