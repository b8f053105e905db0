package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What operators see. */
public interface MeasurementConfig {

    /** How often is counted what waits; asking for the metrics reads the last count, and not the database. */
    @WithDefault("10S")
    Duration every();
}
