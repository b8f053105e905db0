package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the broker's topics are made. */
public interface TopicConfig {

    /** Whether the gateway creates the topics that are missing, and looks at those that there are. */
    @WithDefault("true")
    boolean create();

    /** On how many brokers each topic that it creates is kept. */
    @WithDefault("1")
    short replication();

    /** How long to wait until the broker is asked again when it does not answer. */
    @WithDefault("5S")
    Duration tryAgain();
}
