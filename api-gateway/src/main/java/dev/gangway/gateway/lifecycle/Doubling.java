package dev.gangway.gateway.lifecycle;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Delays between attempts: twice as long each time, and never just as long for two things, so that what failed together
 * does not come back together.
 *
 * @param first the full delay after the first failure
 * @param longest the longest full delay
 */
public record Doubling(Duration first, Duration longest) {

    private static final int DOUBLINGS_AT_MOST = 30;

    /**
     * The delay after the {@code failures}th failure: between half of the full delay and all of it.
     *
     * @param seed decides where in between
     */
    public Duration delay(int failures, long seed) {
        return delay(failures, seed, Duration.ZERO);
    }

    /** That delay, or {@code asked} when it is longer, but never more than the longest. */
    public Duration delay(int failures, long seed, Duration asked) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS_AT_MOST);
        long full = Math.min(doubled, longest.toMillis());
        long own = full / 2 + new SplittableRandom(seed).nextLong(full / 2 + 1);
        return Duration.ofMillis(Math.max(own, Math.min(asked.toMillis(), longest.toMillis())));
    }
}
