package dev.gangway.evaluation;

/**
 * What an extractor says about one image.
 *
 * @param features as many values as the extractor has dimensions
 * @param probabilities of the extractor's classes, each in [0, 1]; empty when it does not classify
 */
public record ImageFeatures(float[] features, float[] probabilities) {}
