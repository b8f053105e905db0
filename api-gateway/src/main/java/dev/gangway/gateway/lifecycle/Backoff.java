package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * How long to wait before work is tried again: twice as long each time, and never just as long for two tasks, so that
 * what failed together does not come back together.
 */
@ApplicationScoped
class Backoff {

    private static final int DOUBLINGS_AT_MOST = 30;

    private final GatewayConfig.Retries config;
    private final InstantSource clock;

    Backoff(GatewayConfig config, InstantSource clock) {
        this.config = config.retries();
        this.clock = clock;
    }

    /** Whether a task that failed this often is not tried again. */
    boolean isExhausted(int failures) {
        return failures >= config.attempts();
    }

    /** When a task that failed for the {@code failures}th time may be tried again. */
    Instant until(JobId job, int task, int failures) {
        return clock.instant().plus(delay(job, task, failures));
    }

    /** The delay after a task failed for the {@code failures}th time: between half of the full delay and all of it. */
    Duration delay(JobId job, int task, int failures) {
        long longest = config.longestDelay().toMillis();
        long doubled = config.firstDelay().toMillis() << Math.min(failures - 1, DOUBLINGS_AT_MOST);
        long full = Math.min(doubled, longest);
        SplittableRandom random = new SplittableRandom(Objects.hash(job, task, failures));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
