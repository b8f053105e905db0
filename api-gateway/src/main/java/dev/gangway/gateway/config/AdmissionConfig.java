package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When queued jobs are put on Kafka. */
public interface AdmissionConfig {

    /** How often the queue is looked at. */
    @WithDefault("250ms")
    Duration every();

    /** How many training jobs may be on Kafka without a worker. */
    @WithDefault("4")
    int trainingAhead();

    /** How many completion jobs of one task, and how many of several, may be on Kafka without a worker. */
    @WithDefault("16")
    int completionAhead();

    /** How many tasks of one completion job may be on Kafka without a worker: as many workers at most begin with it at once. */
    @WithDefault("32")
    int tasksAhead();

    /** How long a task may be on Kafka without a worker before it is sent again; workers that have noted it do not mind. */
    @WithDefault("1H")
    Duration resendAfter();
}
