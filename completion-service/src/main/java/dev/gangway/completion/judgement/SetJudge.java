package dev.gangway.completion.judgement;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.metric.Metric.Distances;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.ClassStatistics;
import dev.gangway.evaluation.FaceMatcher;
import dev.gangway.evaluation.FaceVerification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Judges whole sets from what is known of their images. The order of the images, not how they were cut, decides the bits. */
public final class SetJudge {

    private final String extractor;
    private final List<FaceMatcher> matchers;

    /** Judges by features of {@code extractor}, and as faces by {@code matchers}, which may be none. */
    public SetJudge(String extractor, List<FaceMatcher> matchers) {
        this.extractor = extractor;
        this.matchers = matchers;
    }

    /** Where descriptions come from: for 10,000 images, one set of them at a time fits into memory. */
    public interface Descriptions {

        /** One row for each image, in the order of the images. */
        List<float[]> rows(String extractor, ImageSet set) throws TaskRefusedException;

        /** What the images of a set were taken for. */
        Optional<ClassStatistics> classes(ImageSet set);
    }

    /** Judges every set of {@code images}, at least one; nothing when it is stopped between two sets. */
    public Optional<List<SetJudgement>> judge(List<JudgedImage> images, Descriptions descriptions, BooleanSupplier stop)
            throws TaskRefusedException {
        DescribedSet truth = DescribedSet.of(extractor, descriptions.rows(extractor, ImageSet.TRUTH));
        List<SetJudgement> judgements = new ArrayList<>();
        for (ImageSet set : sets(images)) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            judgements.add(new SetJudgement(
                    set,
                    fidelity(images, set),
                    distances(truth, descriptions, set),
                    inceptionScore(descriptions, set),
                    images.size() < 2 ? List.of() : faces(descriptions, set)));
        }
        return Optional.of(judgements);
    }

    /** The truth, and all that the images were compared with it as. */
    private static Set<ImageSet> sets(List<JudgedImage> images) {
        Set<ImageSet> sets = EnumSet.of(ImageSet.TRUTH);
        sets.addAll(images.get(0).figures().keySet());
        return sets;
    }

    private static SetFidelity fidelity(List<JudgedImage> images, ImageSet set) {
        List<Fidelity> figures = set == ImageSet.TRUTH
                ? List.of()
                : images.stream().map(image -> image.figures().get(set)).toList();
        return SetFidelity.of(figures);
    }

    /** A distance of the truth from itself would be zero, and be taken for a result. */
    private Distances distances(DescribedSet truth, Descriptions descriptions, ImageSet set)
            throws TaskRefusedException {
        return set == ImageSet.TRUTH
                ? truth.undefined()
                : DescribedSet.of(extractor, descriptions.rows(extractor, set)).from(truth);
    }

    private static Double inceptionScore(Descriptions descriptions, ImageSet set) {
        return descriptions.classes(set).map(classes -> classes.score().value()).orElse(null);
    }

    private List<FaceVerification> faces(Descriptions descriptions, ImageSet set) throws TaskRefusedException {
        List<FaceVerification> faces = new ArrayList<>();
        for (FaceMatcher matcher : matchers) {
            String describer = matcher.faces().name();
            faces.add(FaceVerification.of(
                    matcher, descriptions.rows(describer, ImageSet.TRUTH), descriptions.rows(describer, set)));
        }
        return faces;
    }
}
