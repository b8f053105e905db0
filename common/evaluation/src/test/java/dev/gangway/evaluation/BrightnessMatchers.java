package dev.gangway.evaluation;

import java.util.List;
import java.util.Set;

/** A matcher of a user's own: faces are alike that are equally bright. Named in this class path's META-INF/services. */
public final class BrightnessMatchers implements FaceMatcherProvider {

    static final String NAME = "brightness";

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public FaceMatcher make(String name, Networks networks) {
        return new Brightness(new FirstSample());
    }

    private record Brightness(FeatureExtractor faces) implements FaceMatcher {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Similarity between(List<float[]> truths, List<float[]> candidates) {
            return (candidate, truth) -> -Math.abs(candidates.get(candidate)[0] - truths.get(truth)[0]);
        }
    }
}
