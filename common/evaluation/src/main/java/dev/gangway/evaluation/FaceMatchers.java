package dev.gangway.evaluation;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** The face matchers on the class path, by name. */
public final class FaceMatchers {

    private FaceMatchers() {}

    /**
     * The matcher called {@code name}.
     *
     * @throws IllegalArgumentException when nobody provides it; the message tells which there are
     */
    public static FaceMatcher named(String name, Networks networks) {
        requireKnown(List.of(name));
        for (FaceMatcherProvider provider : providers()) {
            if (provider.names().contains(name)) {
                return provider.make(name, networks);
            }
        }
        throw new IllegalStateException("the provider of " + name + " is gone");
    }

    /**
     * Checks that somebody provides each of {@code names}, without making any of them.
     *
     * @throws IllegalArgumentException when nobody provides one; the message tells which there are
     */
    public static void requireKnown(List<String> names) {
        Set<String> known = new TreeSet<>();
        providers().forEach(provider -> known.addAll(provider.names()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no face matcher " + name + " among " + known);
            }
        }
    }

    private static ServiceLoader<FaceMatcherProvider> providers() {
        return ServiceLoader.load(FaceMatcherProvider.class, FaceMatchers.class.getClassLoader());
    }
}
