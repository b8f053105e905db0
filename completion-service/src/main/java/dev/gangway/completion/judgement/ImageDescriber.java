package dev.gangway.completion.judgement;

import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.RgbImage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Describes images by features so that sets can be compared. */
@Singleton
class ImageDescriber {

    /** Describing an image takes as long as several steps of completing it, so the stop signal is asked in between. */
    private static final int DESCRIBED_AT_ONCE = 8;

    private final TrueFeatures truths;

    ImageDescriber(TrueFeatures truths) {
        this.truths = truths;
    }

    /** What {@code extractor} says about each image of each set; fewer sets when it is stopped. */
    Map<ImageSet, List<ImageFeatures>> describe(
            FeatureExtractor extractor, ComparedImages images, BooleanSupplier stop) {
        Map<ImageSet, List<ImageFeatures>> described = new EnumMap<>(ImageSet.class);
        for (Map.Entry<ImageSet, List<RgbImage>> set : images.sets().entrySet()) {
            List<ImageFeatures> answers = set.getKey() == ImageSet.TRUTH
                    ? describeTruth(extractor, images.source(), set.getValue(), stop)
                    : describe(extractor, set.getValue(), stop);
            if (answers.size() < set.getValue().size()) {
                break;
            }
            described.put(set.getKey(), answers);
        }
        return described;
    }

    private List<ImageFeatures> describeTruth(
            FeatureExtractor extractor, Optional<ImageRange> source, List<RgbImage> images, BooleanSupplier stop) {
        Optional<List<ImageFeatures>> known = source.flatMap(range -> truths.find(range, extractor));
        if (known.isPresent()) {
            return known.get();
        }
        List<ImageFeatures> described = describe(extractor, images, stop);
        if (described.size() == images.size()) {
            source.ifPresent(range -> truths.keep(range, extractor, described));
        }
        return described;
    }

    /** One answer for each image, or fewer when it is stopped. */
    private static List<ImageFeatures> describe(
            FeatureExtractor extractor, List<RgbImage> images, BooleanSupplier stop) {
        List<ImageFeatures> described = new ArrayList<>();
        for (int from = 0; from < images.size() && !stop.getAsBoolean(); from += DESCRIBED_AT_ONCE) {
            described.addAll(
                    extractor.extract(images.subList(from, Math.min(from + DESCRIBED_AT_ONCE, images.size()))));
        }
        return described;
    }
}
