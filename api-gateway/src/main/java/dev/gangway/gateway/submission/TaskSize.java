package dev.gangway.gateway.submission;

/**
 * How many images a completion job's tasks have.
 *
 * @param usual at least 1
 */
record TaskSize(int usual) {

    /** The most tasks of a job: the message that has their results merged names each of them, and is one record. */
    static final int MOST_TASKS = 4_000;

    /** As usual; more in a job that would have too many tasks. */
    int of(int images) {
        return Math.max(usual, (images + MOST_TASKS - 1) / MOST_TASKS);
    }
}
