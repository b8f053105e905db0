package dev.gangway.completion.batch;

import dev.gangway.contracts.metric.Metric.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Judges whole sets from what is known of their images. The order of the images, not how they were cut, decides the bits. */
final class SetJudge {

    private final String extractor;

    /** Judges by features of {@code extractor}. */
    SetJudge(String extractor) {
        this.extractor = extractor;
    }

    /** Where features come from: for 10,000 images, one set of them at a time fits into memory. */
    @FunctionalInterface
    interface FeatureSource {

        /** One row for each image, in the order of the images. */
        List<float[]> rows(ImageSet set) throws TaskRefusedException;
    }

    /** Judges every set of {@code images}, at least one; nothing when it is stopped between two sets. */
    Optional<List<SetJudgement>> judge(List<JudgedImage> images, FeatureSource features, BooleanSupplier stop)
            throws TaskRefusedException {
        DescribedSet truth = DescribedSet.of(extractor, features.rows(ImageSet.TRUTH));
        List<SetJudgement> judgements = new ArrayList<>();
        for (ImageSet set : ImageSet.judged()) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            List<Fidelity> figures =
                    images.stream().map(image -> image.figures().get(set)).toList();
            judgements.add(new SetJudgement(
                    set,
                    SetFidelity.of(figures),
                    DescribedSet.of(extractor, features.rows(set)).from(truth)));
        }
        return Optional.of(judgements);
    }
}
