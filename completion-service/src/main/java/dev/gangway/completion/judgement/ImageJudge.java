package dev.gangway.completion.judgement;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.ClassStatistics;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.ImageFigures;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.ledger.worker.StopSignal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares images to the truth one by one, and as sets and faces by how networks describe them. */
@Singleton
public class ImageJudge {

    private final FeatureExtractor extractor;
    private final FaceMatching faces;
    private final ImageDescriber describer;
    private final Counter judged;

    public ImageJudge(FeatureExtractor extractor, FaceMatching faces, ImageDescriber describer, MeterRegistry meters) {
        this.extractor = extractor;
        this.faces = faces;
        this.describer = describer;
        this.judged = meters.counter("gangway.completion.images");
    }

    /** The name of the extractor by which sets are compared. */
    public String extractor() {
        return extractor.name();
    }

    /** Judges images of a task one by one; nothing when it is stopped. */
    public Optional<JudgedPart> judge(CompletionTask task, ComparedImages images, StopSignal stop) {
        Map<String, Map<ImageSet, List<float[]>>> features = new LinkedHashMap<>();
        Map<ImageSet, ClassStatistics> classes = new EnumMap<>(ImageSet.class);
        for (FeatureExtractor network : networks(task)) {
            Map<ImageSet, List<ImageFeatures>> described = describer.describe(network, images, stop::isRaised);
            if (described.size() < images.sets().size()) {
                return Optional.empty();
            }
            features.put(network.name(), rows(described));
            if (network.name().equals(extractor.name())) {
                classes.putAll(classes(described));
            }
        }
        List<JudgedImage> figures = figures(images);
        judged.increment(figures.size());
        return Optional.of(new JudgedPart(figures, features, classes));
    }

    /** Judges the images of a task as sets; nothing when it is stopped. */
    public Optional<List<SetJudgement>> judge(CompletionTask task, JudgedPart part, StopSignal stop)
            throws TaskRefusedException {
        return new SetJudge(extractor.name(), faces.matchers(task))
                .judge(part.images(), new PartDescriptions(part), stop::isRaised);
    }

    private List<FeatureExtractor> networks(CompletionTask task) {
        return Stream.concat(Stream.of(extractor), faces.extractors(task).stream())
                .toList();
    }

    private static Map<ImageSet, List<float[]>> rows(Map<ImageSet, List<ImageFeatures>> described) {
        Map<ImageSet, List<float[]>> rows = new EnumMap<>(ImageSet.class);
        described.forEach((set, answers) ->
                rows.put(set, answers.stream().map(ImageFeatures::features).toList()));
        return rows;
    }

    private Map<ImageSet, ClassStatistics> classes(Map<ImageSet, List<ImageFeatures>> described) {
        Map<ImageSet, ClassStatistics> classes = new EnumMap<>(ImageSet.class);
        described.forEach((set, answers) -> {
            if (answers.get(0).probabilities().length > 0) {
                classes.put(set, ClassStatistics.of(extractor.name(), answers));
            }
        });
        return classes;
    }

    private static List<JudgedImage> figures(ComparedImages images) {
        List<JudgedImage> figures = new ArrayList<>();
        for (int i = 0; i < images.numbers().length; i++) {
            figures.add(new JudgedImage(images.numbers()[i], figures(i, images)));
        }
        return figures;
    }

    private static Map<ImageSet, Fidelity> figures(int image, ComparedImages images) {
        RgbImage truth = images.sets().get(ImageSet.TRUTH).get(image);
        Map<ImageSet, Fidelity> figures = new EnumMap<>(ImageSet.class);
        images.sets().forEach((set, compared) -> {
            if (set != ImageSet.TRUTH) {
                figures.put(
                        set,
                        SetFidelity.of(ImageFigures.of(
                                truth, compared.get(image), images.holes().get(image))));
            }
        });
        return figures;
    }
}
