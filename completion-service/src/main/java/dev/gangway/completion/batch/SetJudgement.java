package dev.gangway.completion.batch;

import dev.gangway.contracts.metric.Metric.Distances;

/**
 * How good one set of images is.
 *
 * @param set which
 * @param fidelity image by image
 * @param distances of the whole set from the true images
 */
record SetJudgement(ImageSet set, SetFidelity fidelity, Distances distances) {}
