package dev.gangway.gateway.job;

/**
 * A job's tasks, counted.
 *
 * @param total how many there are
 * @param running how many are claimed
 * @param done how many have ended
 * @param attempts the most often that one of them was sent
 * @param failures attempts that failed for the machine's reason, over all tasks
 * @param images images done with so far, over all tasks
 * @param failedImages how many of those could not be completed
 * @param underWay how much work is begun besides, in images
 */
public record TaskTally(
        long total,
        long running,
        long done,
        int attempts,
        long failures,
        long images,
        long failedImages,
        double underWay) {}
