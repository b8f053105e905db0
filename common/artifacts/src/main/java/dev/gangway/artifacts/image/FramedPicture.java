package dev.gangway.artifacts.image;

import java.util.List;
import java.util.Locale;

/**
 * A damaged picture of any size, as networks for squares of one size see it, and the way back into it.
 *
 * <p>The networks see the squares of {@link SquareCover} at their own size. What they made of them is enlarged to the squares' size with
 * Catmull and Rom's cubic interpolation, blended where squares overlap, and fills the missing pixels alone: all others stay what they
 * are, to the bit. A square that is of the networks' size is not resampled in either direction.
 */
public final class FramedPicture {

    private final PixelImage picture;
    private final PictureMask mask;
    private final int size;
    private final SquareCover cover;

    private FramedPicture(PixelImage picture, PictureMask mask, int size, SquareCover cover) {
        this.picture = picture;
        this.mask = mask;
        this.size = size;
        this.cover = cover;
    }

    /**
     * Frames a picture.
     *
     * @param picture of any size, upright
     * @param mask which of its pixels are missing; their colours do not matter
     * @param size the networks' height and width in pixels, at least 1
     * @throws PictureRefusedException when the mask is not of the picture's size, and when too many squares would be needed
     */
    public static FramedPicture of(PixelImage picture, PictureMask mask, int size) throws PictureRefusedException {
        if (size < 1) {
            throw new IllegalArgumentException("a square of side " + size + " has no content");
        }
        if (!mask.fits(picture)) {
            throw new PictureRefusedException(String.format(
                    Locale.ROOT,
                    "the mask has %dx%d pixels (width by height), the picture %dx%d",
                    mask.width(),
                    mask.height(),
                    picture.width(),
                    picture.height()));
        }
        return new FramedPicture(picture, mask, size, SquareCover.of(mask));
    }

    /** Which parts of the picture the networks see, those of which most is visible first. */
    public List<SquareFrame> frames() {
        return cover.squares();
    }

    /** What the networks see, square by square in the order of {@link #frames()}. */
    public List<FramedSquare> squares() {
        MaskedResize resize = new MaskedResize(size);
        return frames().stream()
                .map(frame -> new FramedSquare(frame, resize.apply(picture, mask, frame)))
                .toList();
    }

    /**
     * The picture with its missing pixels filled.
     *
     * @param completed what the networks made of each of the {@link #squares()}, of the same size and in the same order
     */
    public PixelImage filled(List<PixelImage> completed, Filling filling) {
        SquareBlend blend = SquareBlend.of(mask, frames(), completed, size);
        PixelImage whole =
                new PixelImage(picture.height(), picture.width(), picture.rgb().clone());
        for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
            new ChannelFilling(whole, mask, blend, channel).fill(filling);
        }
        return whole;
    }
}
