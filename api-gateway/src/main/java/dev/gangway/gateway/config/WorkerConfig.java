package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is thought of workers. */
public interface WorkerConfig {

    /** How long after its last sign of life a worker is taken for gone. */
    @WithDefault("25S")
    Duration goneAfter();

    /**
     * The longest lease of a worker. When no worker of a kind was heard of for as long as {@link #goneAfter} and a lease, no claim of theirs
     * can be held any more, and the gateway ends them.
     */
    @WithDefault("15S")
    Duration lease();

    /** How often is looked for claims whose workers have all vanished. */
    @WithDefault("5S")
    Duration sweepEvery();

    /** How long after its last sign of life a worker is forgotten. */
    @WithDefault("7D")
    Duration forgetAfter();
}
