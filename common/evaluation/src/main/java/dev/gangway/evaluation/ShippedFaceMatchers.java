package dev.gangway.evaluation;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The matchers that Gangway ships. {@code dlib-cosine} stands in OpenFace's place; {@code dlib-euclidean} measures the same
 * network's rows as its authors did, and is no independent opinion. ResNet-50's features were tried as one and rejected: they
 * recognise hair and background.
 */
public final class ShippedFaceMatchers implements FaceMatcherProvider {

    private static final Map<String, Function<Networks, FaceMatcher>> MATCHERS = Map.of(
            "dlib-cosine", networks -> EmbeddingMatcher.cosine(networks.named("dlib")),
            "dlib-euclidean", networks -> EmbeddingMatcher.euclidean(networks.named("dlib")));

    @Override
    public Set<String> names() {
        return MATCHERS.keySet();
    }

    @Override
    public FaceMatcher make(String name, Networks networks) {
        return MATCHERS.get(name).apply(networks);
    }
}
