package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How promised messages are sent. */
public interface OutboxConfig {

    /** How often it is emptied. */
    @WithDefault("250ms")
    Duration relayEvery();
}
