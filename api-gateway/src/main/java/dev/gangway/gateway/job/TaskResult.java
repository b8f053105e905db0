package dev.gangway.gateway.job;

/**
 * How a task of a completion job ended.
 *
 * @param task which, from 0
 * @param images how many images were completed
 * @param failedImages how many could not be
 * @param resultKey the object with the task's figures
 */
public record TaskResult(int task, int images, int failedImages, String resultKey) {}
