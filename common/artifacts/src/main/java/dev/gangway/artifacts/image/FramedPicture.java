package dev.gangway.artifacts.image;

/**
 * A damaged picture of any size, as networks for squares of one size see it, and the way back into it.
 *
 * <p>The networks see {@link SquareFrame}'s part of it at their own size. What they made of it is enlarged to the part's size with
 * Catmull and Rom's cubic interpolation and fills the missing pixels alone: all others stay what they are, to the bit. A
 * part that is of the networks' size is not resampled in either direction.
 */
public final class FramedPicture {

    private final PixelImage picture;
    private final PictureMask mask;
    private final SquareFrame frame;
    private final MaskedPicture small;

    private FramedPicture(PixelImage picture, PictureMask mask, SquareFrame frame, MaskedPicture small) {
        this.picture = picture;
        this.mask = mask;
        this.frame = frame;
        this.small = small;
    }

    /**
     * Frames a picture.
     *
     * @param picture of any size, upright
     * @param mask which of its pixels are missing; their colours do not matter
     * @param size the networks' height and width in pixels, at least 1
     * @throws PictureRefusedException when the mask is not of the picture's size, when what is missing does not fit
     *     a square, and when nothing visible is left at the networks' size
     */
    public static FramedPicture of(PixelImage picture, PictureMask mask, int size) throws PictureRefusedException {
        if (size < 1) {
            throw new IllegalArgumentException("a square of side " + size + " has no content");
        }
        if (!mask.fits(picture)) {
            throw new PictureRefusedException("the mask has %dx%d pixels (width by height), the picture %dx%d"
                    .formatted(mask.width(), mask.height(), picture.width(), picture.height()));
        }
        SquareFrame frame = SquareFrame.of(mask);
        Crop crop = frame.crop();
        MaskedPicture small = new MaskedResize(size).apply(crop.apply(picture), mask.within(crop));
        if (small.nothingVisible()) {
            throw new PictureRefusedException("of the picture's square nothing is left visible at " + size + "x" + size
                    + " pixels to complete it from");
        }
        return new FramedPicture(picture, mask, frame, small);
    }

    /** Which part of the picture the networks see. */
    public SquareFrame frame() {
        return frame;
    }

    /** What the networks see: a square of their size, mid-grey (128) where it is missing. */
    public PixelImage input() {
        return small.image();
    }

    /** Which pixels of {@link #input()} are missing; none only when none of the picture's is. */
    public PictureMask mask() {
        return small.mask();
    }

    /** The same row by row, {@code true} where missing. */
    public boolean[] missing() {
        return small.mask().missing();
    }

    /**
     * The picture with its missing pixels taken from {@code completed}.
     *
     * @param completed what the networks made of {@link #input()}, of the same size
     */
    public PixelImage pasted(PixelImage completed) {
        if (!small.mask().fits(completed)) {
            throw new IllegalArgumentException("an " + completed + " is not what became of an " + small.image());
        }
        ResizeWeights weights = new ResizeWeights(ResizeKernel.CATMULL_ROM, completed.width(), frame.side());
        ResampledSquare filling = new ResampledSquare(completed.rgb(), PixelImage.CHANNELS, weights);
        byte[] rgb = picture.rgb().clone();
        for (int row = 0; row < frame.side(); row++) {
            for (int column = 0; column < frame.side(); column++) {
                if (mask.missing(frame.top() + row, frame.left() + column)) {
                    fill(rgb, row, column, filling);
                }
            }
        }
        return new PixelImage(picture.height(), picture.width(), rgb);
    }

    private void fill(byte[] rgb, int row, int column, ResampledSquare filling) {
        int pixel = (frame.top() + row) * picture.width() + frame.left() + column;
        for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
            float sample = filling.sample(row, column, channel);
            rgb[pixel * PixelImage.CHANNELS + channel] = ResampledSquare.rounded(sample);
        }
    }
}
