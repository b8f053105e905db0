package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.PixelImage;

/** The mean of images, sample by sample, as they come by. */
final class MeanImage {

    private final int side;
    private final long[] sums;
    private long count;

    MeanImage(int side) {
        this.side = side;
        this.sums = new long[side * side * PixelImage.CHANNELS];
    }

    void add(PixelImage image) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Byte.toUnsignedInt(image.rgb()[i]);
        }
        count++;
    }

    /** The mean, each sample rounded to the nearest integer. */
    PixelImage image() {
        byte[] rgb = new byte[sums.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((sums[i] + count / 2) / count);
        }
        return new PixelImage(side, side, rgb);
    }
}
