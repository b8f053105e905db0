package dev.gangway.completion.judgement;

import dev.gangway.contracts.metric.Metric.Distances;
import dev.gangway.evaluation.FaceVerification;
import java.util.List;

/**
 * How good one set of images is.
 *
 * @param set which
 * @param fidelity image by image; without values for the truth
 * @param distances of the whole set from the true images; undefined for the truth
 * @param inceptionScore of the whole set; null when the extractor does not classify
 * @param faces what each matcher says; empty unless the images are of faces
 */
public record SetJudgement(
        ImageSet set, SetFidelity fidelity, Distances distances, Double inceptionScore, List<FaceVerification> faces) {}
