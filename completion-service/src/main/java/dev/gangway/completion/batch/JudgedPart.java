package dev.gangway.completion.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Images of a job that were completed and judged.
 *
 * @param images how close each is to the truth
 * @param features of each image in the same order, for the truth and every judged set
 */
record JudgedPart(List<JudgedImage> images, Map<ImageSet, List<float[]>> features) {

    JudgedPart {
        images = List.copyOf(images);
        features = Map.copyOf(features);
    }

    /** The images of {@code parts}, one part after the other. */
    static JudgedPart joined(List<JudgedPart> parts) {
        Map<ImageSet, List<float[]>> features = new EnumMap<>(ImageSet.class);
        for (ImageSet set : ImageSet.values()) {
            List<float[]> rows = new ArrayList<>();
            parts.forEach(part -> rows.addAll(part.features.get(set)));
            features.put(set, rows);
        }
        return new JudgedPart(
                parts.stream().flatMap(part -> part.images.stream()).toList(), features);
    }
}
