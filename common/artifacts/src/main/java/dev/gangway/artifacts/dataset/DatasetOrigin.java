package dev.gangway.artifacts.dataset;

/**
 * Where a dataset comes from.
 *
 * @param source who made the images, and where they were taken from
 * @param licence under which terms they may be used
 */
public record DatasetOrigin(String source, String licence) {}
