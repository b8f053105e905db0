package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a body comes on. Only the time that is waited for its sender counts, also against the deadline: while this end writes to a disk, however
 * slow that is, the sender cannot go on.
 */
final class Pace {

    private final Duration deadline;
    private final Duration window;
    private final long leastRate;
    private Instant waitingSince;
    private boolean heldUp;
    private Duration waited = Duration.ZERO;
    private Duration judgedAt = Duration.ZERO;
    private long bytes;

    /** The sender is waited for from {@code begun} on. */
    Pace(BodyConfig config, Instant begun) {
        this.deadline = config.deadline();
        this.window = config.window();
        this.leastRate = config.leastRate();
        this.waitingSince = begun;
    }

    /** How many bytes have to come on in a window. */
    static long leastBytes(BodyConfig config) {
        return leastBytes(config.leastRate(), config.window());
    }

    /** So many bytes have come. */
    void count(long more) {
        bytes += more;
    }

    /** This end does not listen from now on. */
    void holdUp(Instant now) {
        passTo(now);
        heldUp = true;
    }

    /** This end listens again. */
    void goOn(Instant now) {
        passTo(now);
        heldUp = false;
    }

    /**
     * Whether it has taken too long in all; or, where the sender was waited for through a window since this was last judged, whether too few bytes have
     * come in that time.
     */
    boolean isTooSlow(Instant now) {
        passTo(now);
        Duration sinceJudged = waited.minus(judgedAt);
        if (sinceJudged.compareTo(window) < 0) {
            return isLate();
        }
        boolean slow = bytes < leastBytes(leastRate, sinceJudged);
        judgedAt = waited;
        bytes = 0;
        return slow || isLate();
    }

    private boolean isLate() {
        return waited.compareTo(deadline) > 0;
    }

    private void passTo(Instant now) {
        if (!heldUp) {
            waited = waited.plus(Duration.between(waitingSince, now));
        }
        waitingSince = now;
    }

    private static long leastBytes(long rate, Duration time) {
        return Math.max(1, rate * time.toMillis() / 1_000);
    }
}
