package dev.gangway.gateway.job;

import dev.gangway.contracts.job.JobId;

/**
 * A part of a job that one worker does at a time. A training job has one; a completion job has one per batch of images,
 * and in the end one that merges their figures.
 *
 * @param job the job
 * @param number which part, from 0
 * @param state where it is in its life
 * @param attempt how often it was sent after a claim had ended, from 1; 0 before it was sent first
 * @param failures how many attempts failed for the machine's reason
 * @param token the greatest fencing token seen, 0 before the first claim
 */
public record Task(JobId job, int number, TaskState state, int attempt, int failures, long token) {

    /** The attempt that sending it now is: what is only sent again, because nobody claimed it, is the same attempt still. */
    public int nextAttempt() {
        return state == TaskState.SENT ? attempt : attempt + 1;
    }

    /**
     * Whether an event under {@code eventToken} comes from this task's present claim, or tells of the next one. Events of
     * earlier claims, and those that are sent again after the claim ended, are not accepted.
     */
    public boolean accepts(long eventToken) {
        return switch (state) {
            case SENT -> eventToken > token;
            case RUNNING -> eventToken >= token;
            case HELD, DUE, DONE, DROPPED -> false;
        };
    }
}
