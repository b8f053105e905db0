package dev.gangway.completion.batch;

import dev.gangway.artifacts.store.ContentHash;
import java.util.List;
import java.util.Map;

/**
 * The object with a task's figures; it is written last and names what lies beside it.
 *
 * @param extractor which extractor made the features
 * @param images how close each image is to the truth
 * @param features the content of each set's features, one row for each image in the same order
 */
record PartFigures(String extractor, List<JudgedImage> images, Map<ImageSet, ContentHash> features) {

    PartFigures {
        images = List.copyOf(images);
        features = Map.copyOf(features);
    }
}
