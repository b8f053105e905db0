package dev.gangway.contracts.job;

/** What a job does. */
public enum JobKind {
    TRAINING,
    COMPLETION
}
