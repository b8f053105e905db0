package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;

/** How completion jobs are cut. */
public interface CompletionConfig {

    /** How many images one task has at most; more in jobs that would have more than 4,000 tasks. */
    @WithDefault("64")
    int imagesPerTask();

    /** How many images one job has at most. */
    @WithDefault("100000")
    int imagesPerJob();
}
