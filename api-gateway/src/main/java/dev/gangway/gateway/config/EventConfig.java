package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept for those who watch jobs. */
public interface EventConfig {

    /** How many of a job's latest events can be replayed. */
    @WithDefault("1000")
    int keepPerJob();

    /** How long the events of an ended job are kept. */
    @WithDefault("7D")
    Duration keepAfterEnd();

    /** How often open event streams look for news. */
    @WithDefault("250ms")
    Duration pollEvery();

    /** How often a silent event stream shows that it is alive. */
    @WithDefault("15S")
    Duration heartbeat();
}
