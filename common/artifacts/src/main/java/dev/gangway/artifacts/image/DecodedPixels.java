package dev.gangway.artifacts.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

/** Brings what decoders make to the one layout of {@link PictureSamples}; what has it already is not copied. */
final class DecodedPixels {

    private static final int OPACITY = 3;

    private DecodedPixels() {}

    /**
     * The samples of {@code image}.
     *
     * @param channels what a palette is spread over; otherwise the image's own
     */
    static PictureSamples of(BufferedImage image, int channels) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return spread(image.getRaster(), palette, channels);
        }
        Raster raster = image.getRaster();
        return isPlain(raster)
                ? PictureSamples.of(image.getHeight(), image.getWidth(), raster.getNumBands(), raster.getDataBuffer())
                : copied(raster);
    }

    /**
     * Whether an image of a palette of so many {@code colours} has indices of more; decoders fill it up with its last. One without a palette,
     * 0 colours, has none: greys of few bits are indices for Java alone.
     */
    static boolean indicesBeyond(BufferedImage image, int colours) {
        if (colours == 0
                || !(image.getColorModel() instanceof IndexColorModel palette)
                || palette.getMapSize() <= colours) {
            return false;
        }
        int[] indices = null;
        for (int row = 0; row < image.getHeight(); row++) {
            indices = image.getRaster().getPixels(0, row, image.getWidth(), 1, indices);
            for (int index : indices) {
                if (index >= colours) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPlain(Raster raster) {
        int row = raster.getWidth() * raster.getNumBands();
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && isOrdered(model)
                && model.getScanlineStride() == row
                && raster.getDataBuffer().getSize() == row * raster.getHeight()
                && raster.getParent() == null;
    }

    /** Whether a pixel's samples lie beside each other, red or grey first and opacity last. */
    static boolean isOrdered(SampleModel samples) {
        if (!(samples instanceof PixelInterleavedSampleModel model)) {
            return false;
        }
        boolean ordered = true;
        for (int channel = 0; channel < model.getNumBands(); channel++) {
            ordered &= model.getBandOffsets()[channel] == channel;
        }
        return ordered;
    }

    private static PictureSamples copied(Raster raster) {
        int bits = raster.getTransferType() == DataBuffer.TYPE_USHORT ? Short.SIZE : Byte.SIZE;
        PictureSamples samples =
                PictureSamples.blank(raster.getHeight(), raster.getWidth(), raster.getNumBands(), bits);
        int[] row = null;
        for (int number = 0; number < raster.getHeight(); number++) {
            row = raster.getPixels(0, number, raster.getWidth(), 1, row);
            samples.write(number, row);
        }
        return samples;
    }

    private static PictureSamples spread(Raster raster, IndexColorModel palette, int channels) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        PictureSamples samples = PictureSamples.blank(raster.getHeight(), raster.getWidth(), channels, Byte.SIZE);
        int[] indices = null;
        int[] row = new int[raster.getWidth() * channels];
        for (int number = 0; number < raster.getHeight(); number++) {
            indices = raster.getPixels(0, number, raster.getWidth(), 1, indices);
            for (int pixel = 0; pixel < indices.length; pixel++) {
                int colour = indices[pixel] < colours.length ? colours[indices[pixel]] : 0xff000000;
                spread(colour, row, pixel * channels, channels);
            }
            samples.write(number, row);
        }
        return samples;
    }

    /** Takes a colour of opacity, red, green and blue apart. */
    private static void spread(int colour, int[] row, int start, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            boolean opacity = channels % 2 == 0 && channel == channels - 1;
            int place = opacity ? OPACITY : 2 - channel;
            row[start + channel] = (colour >>> (place * Byte.SIZE)) & 0xff;
        }
    }
}
