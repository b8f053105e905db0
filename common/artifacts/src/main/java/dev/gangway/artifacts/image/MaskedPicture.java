package dev.gangway.artifacts.image;

/**
 * A picture and which of its pixels are missing.
 *
 * @param image mid-grey where pixels are missing
 * @param mask of the same size
 */
record MaskedPicture(PixelImage image, PictureMask mask) {

    /** The level of all three channels of a missing pixel: the middle of their range. */
    static final byte GREY = (byte) 128;

    MaskedPicture {
        if (!mask.fits(image)) {
            throw new IllegalArgumentException("a " + mask + " is of another size than an " + image);
        }
    }

    /** Whether all pixels are missing. */
    boolean nothingVisible() {
        return mask.missingPixels() == mask.height() * mask.width();
    }
}
