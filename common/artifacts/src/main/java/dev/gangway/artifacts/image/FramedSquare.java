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

    /** Which pixels of {@link #input()} are missing; none only when none of the square's is. */
    public PictureMask mask() {
        return small.mask();
    }

    /** Whether anything is visible that the missing part could be completed from. */
    public boolean hasContext() {
        return !small.nothingVisible();
    }
}
