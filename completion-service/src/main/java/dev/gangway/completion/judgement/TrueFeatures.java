package dev.gangway.completion.judgement;

import dev.gangway.artifacts.dataset.DatasetFeatures;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ImageFeatures;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Descriptions of true images, kept in the store by dataset version, extractor and preparation of the images. */
@Singleton
class TrueFeatures {

    private final DatasetFeatures features;

    TrueFeatures(DatasetFeatures features) {
        this.features = features;
    }

    /** What {@code extractor} said about the images, if somebody asked before. */
    Optional<List<ImageFeatures>> find(ImageRange images, FeatureExtractor extractor) {
        return features.find(images, network(extractor)).map(rows -> rows.stream()
                .map(row -> split(row, extractor.dimension()))
                .toList());
    }

    /** Keeps what {@code extractor} said about the images. */
    void keep(ImageRange images, FeatureExtractor extractor, List<ImageFeatures> described) {
        List<float[]> rows = new ArrayList<>(described.size());
        described.forEach(image -> rows.add(joined(image)));
        features.keep(images, network(extractor), rows);
    }

    private static String network(FeatureExtractor extractor) {
        return extractor.name() + "-" + extractor.preparation();
    }

    private static float[] joined(ImageFeatures image) {
        float[] row = Arrays.copyOf(image.features(), image.features().length + image.probabilities().length);
        System.arraycopy(image.probabilities(), 0, row, image.features().length, image.probabilities().length);
        return row;
    }

    private static ImageFeatures split(float[] row, int features) {
        return new ImageFeatures(Arrays.copyOf(row, features), Arrays.copyOfRange(row, features, row.length));
    }
}
