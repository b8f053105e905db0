package dev.gangway.completion.judgement;

import dev.gangway.evaluation.ClassStatistics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Images of a job that were completed and judged.
 *
 * @param images how close each is to the truth
 * @param features by extractor: of each image in the same order, for every set
 * @param classes what the images of each set were taken for; empty when the extractor does not classify
 */
public record JudgedPart(
        List<JudgedImage> images,
        Map<String, Map<ImageSet, List<float[]>>> features,
        Map<ImageSet, ClassStatistics> classes) {

    public JudgedPart {
        images = List.copyOf(images);
        features = Map.copyOf(features);
        classes = Map.copyOf(classes);
    }

    /** The images of {@code parts}, one part after the other. */
    public static JudgedPart joined(List<JudgedPart> parts) {
        List<JudgedImage> images = new ArrayList<>();
        Map<String, Map<ImageSet, List<float[]>>> features = new LinkedHashMap<>();
        Map<ImageSet, ClassStatistics> classes = new EnumMap<>(ImageSet.class);
        for (JudgedPart part : parts) {
            images.addAll(part.images);
            part.features.forEach((extractor, sets) -> sets.forEach(
                    (set, rows) -> features.computeIfAbsent(extractor, first -> new EnumMap<>(ImageSet.class))
                            .computeIfAbsent(set, first -> new ArrayList<>())
                            .addAll(rows)));
            part.classes.forEach((set, statistics) -> classes.merge(set, statistics, ClassStatistics::merge));
        }
        return new JudgedPart(images, features, classes);
    }
}
