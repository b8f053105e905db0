package dev.gangway.evaluation;

import java.util.Set;

/**
 * Makes face matchers by name. Providers are found by {@link java.util.ServiceLoader}: a matcher of one's own is a jar on the
 * class path with a provider named in {@code META-INF/services/dev.gangway.evaluation.FaceMatcherProvider}.
 */
public interface FaceMatcherProvider {

    /** The names of the matchers that it makes. */
    Set<String> names();

    /**
     * Makes the matcher called {@code name}.
     *
     * @param networks what is loaded already, and on which device; stays open as long as the matcher is used
     */
    FaceMatcher make(String name, Networks networks);
}
