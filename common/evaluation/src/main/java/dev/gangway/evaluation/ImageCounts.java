package dev.gangway.evaluation;

/**
 * How many images two sets have that are compared.
 *
 * @param smaller the smaller set's count
 */
record ImageCounts(long smaller) {

    /** With fewer, a distance changes more with the choice of images than with what was done to them. */
    private static final int LEAST = 50;

    static ImageCounts of(long truth, long completed) {
        return new ImageCounts(Math.min(truth, completed));
    }

    /** Whether any distance between the sets can be trusted. */
    boolean sufficeForDistances() {
        return smaller >= LEAST;
    }

    /** Whether also one can that is biased upwards below {@code least} images. */
    boolean suffice(long least) {
        return sufficeForDistances() && smaller >= least;
    }
}
