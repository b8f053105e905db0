package dev.gangway.completion.batch;

import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.evaluation.ClassStatistics;
import java.util.List;
import java.util.Map;

/**
 * The object with a task's figures; it is written last and names what lies beside it.
 *
 * @param extractor which extractor the sets are compared by
 * @param images how close each image is to the truth
 * @param refused those that could not be completed; none in parts from before they were told of
 * @param features by extractor: the content of each set's features, one row for each image in the same order
 * @param classes what the images of each set were taken for; empty when the extractor does not classify
 */
public record PartFigures(
        String extractor,
        List<JudgedImage> images,
        List<RefusedImage> refused,
        Map<String, Map<ImageSet, ContentHash>> features,
        Map<ImageSet, ClassStatistics> classes) {

    public PartFigures {
        images = List.copyOf(images);
        refused = refused == null ? List.of() : List.copyOf(refused);
        features = Map.copyOf(features);
        classes = Map.copyOf(classes);
    }
}
