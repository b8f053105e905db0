package dev.gangway.gateway.job;

/**
 * How many news there are of a job.
 *
 * @param latest the sequence of the latest; 0 when there are none
 * @param ended whether the job has ended, so that none will follow
 */
public record NewsCount(long latest, boolean ended) {}
