package dev.gangway.gateway.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is deleted in the store, and when. One replica at a time is at it. */
public interface CollectionConfig {

    /** How often. */
    @WithDefault("1H")
    Duration every();

    /** Whether it only says in the log what it would delete. */
    @WithDefault("false")
    boolean dryRun();

    /** How old what nothing names must be where somebody may still be at work. */
    @WithDefault("24H")
    Duration grace();

    /** How old what nothing names must be where a job has ended. */
    @WithDefault("1H")
    Duration graceAfterEnd();

    /** How long uploads are kept after they arrived, and after the last job that used them ended. */
    @WithDefault("7D")
    Duration uploadsKeep();

    /** After how long a collection gives up, and the next one goes on. */
    @WithDefault("6H")
    Duration longest();
}
