package dev.gangway.local.paper.plan;

/**
 * A version of a dataset.
 *
 * @param name what it is called
 * @param version which version
 * @param imageSize height and width of its images
 * @param train images to learn from
 * @param validation images to choose settings on
 * @param test images that results are reported on
 * @param faces whether they are of faces, one each, to be recognised
 */
public record ImageSet(String name, int version, int imageSize, int train, int validation, int test, boolean faces) {}
