package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How failed attempts are repeated. */
public interface RetryConfig {

    /** How many attempts of a task may fail for the machine's reason before its job fails. */
    @WithDefault("5")
    int attempts();

    /** The delay before the first repetition; it doubles with each further one. */
    @WithDefault("2S")
    Duration firstDelay();

    /** The longest delay. */
    @WithDefault("60S")
    Duration longestDelay();
}
