package dev.gangway.evaluation;

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
        Set<String> known = new TreeSet<>();
        for (FaceMatcherProvider provider :
                ServiceLoader.load(FaceMatcherProvider.class, FaceMatchers.class.getClassLoader())) {
            if (provider.names().contains(name)) {
                return provider.make(name, networks);
            }
            known.addAll(provider.names());
        }
        throw new IllegalArgumentException("there is no face matcher " + name + " among " + known);
    }
}
