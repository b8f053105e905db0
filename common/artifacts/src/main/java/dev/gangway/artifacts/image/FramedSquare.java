package dev.gangway.artifacts.image;

/**
 * One square of a damaged picture as networks see it.
 *
 * @param frame where it lies in the picture
 * @param small the square at the networks' size, mid-grey (128) where pixels are missing
 */
public record FramedSquare(SquareFrame frame, MaskedPicture small) {

    /** What the networks see: a square of their size, mid-grey (128) where it is missing. */
    public PixelImage input() {
        return small.image();
    }

    /** Which pixels of {@link #input()} are missing; none when so little of each is that its colour is known. */
    public PictureMask mask() {
        return small.mask();
    }

    /** Whether anything is missing at the networks' size: otherwise its colours are known, and there is nothing to complete. */
    public boolean hasHole() {
        return small.mask().missingPixels() > 0;
    }

    /** Whether anything is visible that the missing part could be completed from. */
    public boolean hasContext() {
        return !small.nothingVisible();
    }
}
