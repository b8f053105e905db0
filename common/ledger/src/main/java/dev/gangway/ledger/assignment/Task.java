package dev.gangway.ledger.assignment;

import dev.gangway.contracts.job.JobId;

/**
 * Names a piece of work.
 *
 * @param job the job
 * @param number which part of the job, 0 for a training job
 */
public record Task(JobId job, int number) {

    public Task {
        if (number < 0) {
            throw new IllegalArgumentException("a task's number is not negative: " + number);
        }
    }
}
