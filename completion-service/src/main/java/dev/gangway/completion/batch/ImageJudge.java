package dev.gangway.completion.batch;

import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.ImageFigures;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.ledger.worker.StopSignal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares images to the truth one by one, and describes them by features so that sets can be compared. */
@Singleton
class ImageJudge {

    /** Describing an image takes as long as several steps of completing it, so the stop signal is asked in between. */
    private static final int DESCRIBED_AT_ONCE = 8;

    private final FeatureExtractor extractor;
    private final Counter judged;

    ImageJudge(FeatureExtractor extractor, MeterRegistry meters) {
        this.extractor = extractor;
        this.judged = meters.counter("gangway.completion.images");
    }

    /** The name of the extractor that describes the images. */
    String extractor() {
        return extractor.name();
    }

    /**
     * Judges consecutive images, the first of which is number {@code first} of its split, each with a hole of its own; nothing when
     * it is stopped.
     */
    Optional<JudgedPart> judge(int first, Map<ImageSet, List<RgbImage>> sets, List<Hole> holes, StopSignal stop) {
        Map<ImageSet, List<float[]>> features = new EnumMap<>(ImageSet.class);
        for (Map.Entry<ImageSet, List<RgbImage>> set : sets.entrySet()) {
            List<float[]> rows = describe(set.getValue(), stop);
            if (rows.size() < set.getValue().size()) {
                return Optional.empty();
            }
            features.put(set.getKey(), rows);
        }
        List<JudgedImage> images = new ArrayList<>();
        for (int i = 0; i < sets.get(ImageSet.TRUTH).size(); i++) {
            images.add(new JudgedImage(first + i, figures(i, sets, holes.get(i))));
        }
        judged.increment(images.size());
        return Optional.of(new JudgedPart(images, features));
    }

    /** One row for each image, or fewer when it is stopped. */
    private List<float[]> describe(List<RgbImage> images, StopSignal stop) {
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < images.size() && !stop.isRaised(); from += DESCRIBED_AT_ONCE) {
            extractor.extract(images.subList(from, Math.min(from + DESCRIBED_AT_ONCE, images.size()))).stream()
                    .map(ImageFeatures::features)
                    .forEach(rows::add);
        }
        return rows;
    }

    private static Map<ImageSet, Fidelity> figures(int image, Map<ImageSet, List<RgbImage>> sets, Hole hole) {
        Map<ImageSet, Fidelity> figures = new EnumMap<>(ImageSet.class);
        for (ImageSet set : ImageSet.judged()) {
            figures.put(
                    set,
                    SetFidelity.of(ImageFigures.of(
                            sets.get(ImageSet.TRUTH).get(image), sets.get(set).get(image), hole)));
        }
        return figures;
    }
}
