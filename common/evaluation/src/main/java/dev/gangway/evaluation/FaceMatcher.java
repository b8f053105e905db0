package dev.gangway.evaluation;

import java.util.List;

/**
 * Says how alike two faces are. RankGAN (section 4.2) judges completed faces by two matchers, OpenFace and the closed
 * PittPatt; this is the place of both.
 *
 * <p>A matcher describes each image once, by a row of values of its own, and compares rows. An image in which it finds no face
 * has a row too, which it compares as its least alike.
 */
public interface FaceMatcher {

    /** The name that figures carry, such as {@code dlib-cosine}. */
    String name();

    /** What describes the images; matchers with descriptions of one name share them. */
    FeatureExtractor faces();

    /**
     * Makes ready to compare candidates to true faces.
     *
     * @param truths rows of the true images, at least two, to which the candidates' values may be related
     * @param candidates rows of as many images
     */
    Similarity between(List<float[]> truths, List<float[]> candidates);

    /** How alike two faces are. */
    @FunctionalInterface
    interface Similarity {

        /** The more alike, the larger; never NaN. */
        double of(int candidate, int truth);
    }
}
