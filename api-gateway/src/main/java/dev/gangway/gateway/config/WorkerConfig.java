package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is thought of workers. */
public interface WorkerConfig {

    /** How long after its last sign of life a worker is taken for gone. */
    @WithDefault("60S")
    Duration goneAfter();

    /** How long after its last sign of life a worker is forgotten. */
    @WithDefault("7D")
    Duration forgetAfter();
}
