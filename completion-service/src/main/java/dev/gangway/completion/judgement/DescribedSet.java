package dev.gangway.completion.judgement;

import dev.gangway.contracts.metric.Metric.Distances;
import dev.gangway.evaluation.FeatureStatistics;
import dev.gangway.evaluation.Features;
import dev.gangway.evaluation.FrechetDistance;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.KernelDistance;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of images in an extractor's feature space.
 *
 * @param features of every image, for the kernel distance compares all pairs
 * @param statistics of the features, for the Fréchet distance
 */
record DescribedSet(Features features, FeatureStatistics statistics) {

    /** Moments are taken of so many images at a time and merged: a copy of all features would double the memory. */
    private static final int IMAGES_AT_ONCE = 512;

    private static final float[] NOT_CLASSIFIED = {};

    /** The set whose images {@code extractor} described by {@code rows}, which are in the order of the images. */
    static DescribedSet of(String extractor, List<float[]> rows) {
        FeatureStatistics statistics = IntStream.iterate(0, from -> from < rows.size(), from -> from + IMAGES_AT_ONCE)
                .mapToObj(from -> rows.subList(from, Math.min(from + IMAGES_AT_ONCE, rows.size())))
                .map(group -> FeatureStatistics.of(features(extractor, group)))
                .reduce(FeatureStatistics::merge)
                .orElseThrow();
        return new DescribedSet(features(extractor, rows), statistics);
    }

    /** How far the set is from the {@code truth}; a single image has no distance. */
    Distances from(DescribedSet truth) {
        int samples = features.count();
        if (samples < 2) {
            return undefined();
        }
        FrechetDistance frechet = FrechetDistance.between(truth.statistics, statistics);
        KernelDistance kernel = KernelDistance.between(truth.features, features);
        return new Distances(
                features.extractor(), samples, frechet.value(), frechet.reliable(), kernel.value(), kernel.reliable());
    }

    /** How far the truth is from itself. */
    Distances undefined() {
        return new Distances(features.extractor(), features.count(), null, false, null, false);
    }

    private static Features features(String extractor, List<float[]> rows) {
        return Features.of(
                extractor,
                rows.stream().map(row -> new ImageFeatures(row, NOT_CLASSIFIED)).toList());
    }
}
