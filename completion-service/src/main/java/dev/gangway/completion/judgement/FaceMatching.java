package dev.gangway.completion.judgement;

import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.evaluation.FaceMatcher;
import dev.gangway.evaluation.FaceMatchers;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.Networks;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The face matchers that the configuration names, loaded when the first task comes whose images are of faces. */
@Singleton
public class FaceMatching {

    private final List<String> names;
    private final Networks networks;

    public FaceMatching(CompletionConfig config, Networks networks) {
        this.names = config.evaluation().faceMatchers();
        this.networks = networks;
        FaceMatchers.requireKnown(names);
    }

    /** The matchers that judge what {@code task} completes; none unless it is faces. */
    public List<FaceMatcher> matchers(CompletionTask task) {
        return task.showFaces()
                ? names.stream().map(name -> FaceMatchers.named(name, networks)).toList()
                : List.of();
    }

    /** What describes images for the matchers of {@code task}, each but once. */
    public List<FeatureExtractor> extractors(CompletionTask task) {
        Map<String, FeatureExtractor> extractors = new LinkedHashMap<>();
        matchers(task).forEach(matcher -> extractors.put(matcher.faces().name(), matcher.faces()));
        return List.copyOf(extractors.values());
    }
}
