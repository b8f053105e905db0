package dev.gangway.completion.judgement;

import dev.gangway.evaluation.ClassStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Descriptions of the images of one task, at hand.
 *
 * @param part the task's images
 */
record PartDescriptions(JudgedPart part) implements SetJudge.Descriptions {

    @Override
    public List<float[]> rows(String extractor, ImageSet set) {
        return part.features().get(extractor).get(set);
    }

    @Override
    public Optional<ClassStatistics> classes(ImageSet set) {
        return Optional.ofNullable(part.classes().get(set));
    }
}
