package dev.gangway.artifacts.image;

import java.util.Optional;

/** Fills the missing pixels of one channel of a picture; memory beyond the picture's is bounded by the rectangle around what is missing. */
final class ChannelFilling {

    private final PixelImage whole;
    private final PictureMask mask;
    private final SquareBlend blend;
    private final int channel;

    /**
     * Of one channel of {@code whole}, whose missing samples are written.
     *
     * @param blend what they are filled with; covers every missing pixel
     */
    ChannelFilling(PixelImage whole, PictureMask mask, SquareBlend blend, int channel) {
        this.whole = whole;
        this.mask = mask;
        this.blend = blend;
        this.channel = channel;
    }

    void fill(Filling filling) {
        Optional<Crop> missing = mask.missingBox();
        if (missing.isPresent()) {
            switch (filling) {
                case PASTED -> fill(missing.get(), (row, column) -> 0);
                case SEAMLESS -> fill(missing.get(), seam(missing.get()));
            }
        }
    }

    /** What is added to a pixel. */
    @FunctionalInterface
    private interface Correction {
        float at(int row, int column);
    }

    private void fill(Crop box, Correction correction) {
        for (int row = box.top(); row < box.top() + box.height(); row++) {
            for (int column = box.left(); column < box.left() + box.width(); column++) {
                if (mask.missing(row, column)) {
                    float sample = blend.sample(row, column, channel) + correction.at(row, column);
                    whole.rgb()[position(row, column)] = ResampledSquare.rounded(sample);
                }
            }
        }
    }

    /** The difference that is visible along the border of what is missing, continued into it. */
    private Correction seam(Crop box) {
        int top = Math.max(0, box.top() - 1);
        int left = Math.max(0, box.left() - 1);
        int bottom = Math.min(mask.height(), box.top() + box.height() + 1);
        int right = Math.min(mask.width(), box.left() + box.width() + 1);
        SeamGrid grid = new SeamGrid(bottom - top, right - left);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                if (mask.missing(row, column)) {
                    grid.ask(row - top, column - left);
                } else if (isBeside(row, column)) {
                    int visible = Byte.toUnsignedInt(whole.rgb()[position(row, column)]);
                    grid.add(row - top, column - left, visible - blend.sample(row, column, channel));
                }
            }
        }
        grid.solve();
        return (row, column) -> grid.value(row - top, column - left);
    }

    /** Whether one of the four neighbours is missing. */
    private boolean isBeside(int row, int column) {
        return (row > 0 && mask.missing(row - 1, column))
                || (row < mask.height() - 1 && mask.missing(row + 1, column))
                || (column > 0 && mask.missing(row, column - 1))
                || (column < mask.width() - 1 && mask.missing(row, column + 1));
    }

    private int position(int row, int column) {
        return (row * whole.width() + column) * PixelImage.CHANNELS + channel;
    }
}
