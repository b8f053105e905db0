package dev.gangway.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Describes an image by its first sample, and notes which it was asked about. */
final class FirstSample implements FeatureExtractor {

    final List<Integer> described = new ArrayList<>();

    @Override
    public String name() {
        return "first-sample";
    }

    @Override
    public String preparation() {
        return "as-is";
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        return images.stream().map(this::describe).toList();
    }

    @Override
    public void close() {}

    private ImageFeatures describe(RgbImage image) {
        described.add(image.sample(0));
        return new ImageFeatures(new float[] {image.sample(0)}, new float[0]);
    }
}
