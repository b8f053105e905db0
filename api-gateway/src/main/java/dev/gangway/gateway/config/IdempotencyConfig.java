package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How repeated requests are recognised. */
public interface IdempotencyConfig {

    /** How long an {@code Idempotency-Key} is remembered. */
    @WithDefault("24H")
    Duration keep();

    /** How long a key stays reserved for a request when the process that works on it has died. */
    @WithDefault("60S")
    Duration lease();

    /** How long a repetition waits for the first request to end before it is told to come again. */
    @WithDefault("2S")
    Duration waitForFirst();
}
