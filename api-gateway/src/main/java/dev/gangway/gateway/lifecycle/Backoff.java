package dev.gangway.gateway.lifecycle;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** How often, and after how long, a task is tried again. */
@ApplicationScoped
class Backoff {

    private final int attempts;
    private final Doubling delays;
    private final InstantSource clock;

    Backoff(GatewayConfig config, InstantSource clock) {
        this.attempts = config.retries().attempts();
        this.delays =
                new Doubling(config.retries().firstDelay(), config.retries().longestDelay());
        this.clock = clock;
    }

    /** Whether a task that failed this often is not tried again. */
    boolean isExhausted(int failures) {
        return failures >= attempts;
    }

    /** When a task that failed for the {@code failures}th time may be tried again. */
    Instant until(JobId job, int task, int failures) {
        return clock.instant().plus(delay(job, task, failures));
    }

    /** The delay after a task failed for the {@code failures}th time. */
    Duration delay(JobId job, int task, int failures) {
        return delays.delay(failures, Objects.hash(job, task, failures));
    }
}
