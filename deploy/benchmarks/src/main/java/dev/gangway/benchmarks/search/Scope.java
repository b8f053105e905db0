package dev.gangway.benchmarks.search;

/**
 * How large a measurement is.
 *
 * @param images of a batch, both of validation and of test images
 * @param updates of z that the plain search makes, and the most of any other
 * @param repetitions rounds through all methods
 * @param hole share of the area that is hidden, a centred square, between 0 and 1
 */
public record Scope(int images, int updates, int repetitions, double hole) {

    public Scope {
        if (images < 1 || updates < 1 || repetitions < 1) {
            throw new IllegalArgumentException("images, updates and repetitions must be positive, not " + images + ", "
                    + updates + " and " + repetitions);
        }
    }
}
