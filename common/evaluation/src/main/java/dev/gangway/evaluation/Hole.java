package dev.gangway.evaluation;

/**
 * The pixels of an image that were missing and had to be completed.
 *
 * @param height in pixels
 * @param width in pixels
 * @param missing one value per pixel in (height, width) order, true where the pixel was missing; at least one is
 */
public record Hole(int height, int width, boolean[] missing) {

    public Hole {
        if (missing.length != (long) height * width) {
            throw new IllegalArgumentException(
                    "a mask of " + height + "x" + width + " pixels does not hold " + missing.length + " values");
        }
        if (!anyOf(missing)) {
            throw new IllegalArgumentException("a mask without a missing pixel leaves nothing to judge");
        }
    }

    boolean misses(int row, int column) {
        return missing[row * width + column];
    }

    void requireSizeOf(RgbImage image) {
        if (height != image.height() || width != image.width()) {
            throw new IllegalArgumentException("a mask of " + height + "x" + width + " pixels does not fit an image of "
                    + image.height() + "x" + image.width());
        }
    }

    private static boolean anyOf(boolean[] values) {
        for (boolean value : values) {
            if (value) {
                return true;
            }
        }
        return false;
    }
}
