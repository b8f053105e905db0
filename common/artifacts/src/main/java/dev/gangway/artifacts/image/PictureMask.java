package dev.gangway.artifacts.image;

import java.util.Arrays;
import java.util.Optional;

/** Which pixels of a picture are missing; equal to another of the same size and pixels. */
public final class PictureMask {

    private final int height;
    private final int width;
    private final boolean[] missing;
    private final int missingPixels;

    /** Takes the array over. */
    private PictureMask(int height, int width, boolean[] missing) {
        this.height = height;
        this.width = width;
        this.missing = missing;
        int count = 0;
        for (boolean pixel : missing) {
            count += pixel ? 1 : 0;
        }
        this.missingPixels = count;
    }

    /**
     * The pixels that are missing by a list.
     *
     * @param height in pixels, at least 1
     * @param width in pixels, at least 1
     * @param missing row by row
     */
    public static PictureMask of(int height, int width, boolean[] missing) {
        return owning(height, width, missing.clone());
    }

    /** The same of a list that its owner leaves alone from then on. */
    static PictureMask owning(int height, int width, boolean[] missing) {
        if (height < 1 || width < 1 || missing.length != (long) height * width) {
            throw new IllegalArgumentException(
                    missing.length + " pixels are not a mask of " + height + "x" + width + " pixels");
        }
        return new PictureMask(height, width, missing);
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** Whether one pixel is missing. */
    public boolean missing(int row, int column) {
        return missing[row * width + column];
    }

    /** All pixels row by row, {@code true} where missing. */
    public boolean[] missing() {
        return missing.clone();
    }

    /** How many pixels are missing. */
    public int missingPixels() {
        return missingPixels;
    }

    /** Whether it is of the size of {@code picture}, as the decoder turned it upright. */
    public boolean fits(PixelImage picture) {
        return height == picture.height() && width == picture.width();
    }

    /** The same and all pixels whose centres are not more than {@code pixels} (0 to 254) away from a missing one's. */
    public PictureMask grown(int pixels) {
        if (pixels == 0 || missingPixels == 0) {
            return this;
        }
        DistanceToMissing distance = new DistanceToMissing(this, pixels);
        boolean[] grown = new boolean[missing.length];
        for (int row = 0; row < height; row++) {
            int[] squared = distance.squaredRow(row);
            for (int column = 0; column < width; column++) {
                grown[row * width + column] = squared[column] != DistanceToMissing.FAR;
            }
        }
        return new PictureMask(height, width, grown);
    }

    /** The part of a square's pixels that is not missing, 0 to 1. */
    double visibleShare(SquareFrame square) {
        int hidden = 0;
        for (int row = square.top(); row < square.top() + square.side(); row++) {
            for (int column = square.left(); column < square.left() + square.side(); column++) {
                hidden += missing(row, column) ? 1 : 0;
            }
        }
        return 1 - hidden / ((double) square.side() * square.side());
    }

    /** The smallest rectangle that holds all missing pixels. */
    Optional<Crop> missingBox() {
        int top = height;
        int bottom = -1;
        int left = width;
        int right = -1;
        for (int pixel = 0; pixel < missing.length; pixel++) {
            if (missing[pixel]) {
                top = Math.min(top, pixel / width);
                bottom = pixel / width;
                left = Math.min(left, pixel % width);
                right = Math.max(right, pixel % width);
            }
        }
        return bottom < 0 ? Optional.empty() : Optional.of(new Crop(left, top, right - left + 1, bottom - top + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureMask mask && width == mask.width && Arrays.equals(missing, mask.missing);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(missing);
    }

    @Override
    public String toString() {
        return "mask of " + height + "x" + width + " pixels, " + missingPixels + " of them missing";
    }
}
