package dev.gangway.artifacts.image;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * The samples of a picture as its file has them: grey or RGB, with or without opacity, of 8 or 16 bits. Colours are as they are stored, with
 * no profile applied.
 *
 * <p>They are shared, not copied, and whoever hands them over leaves them alone from then on.
 */
public final class PictureSamples {

    private static final int BITS = 16;
    private static final int RGB = 3;

    private final WritableRaster raster;

    private PictureSamples(WritableRaster raster) {
        this.raster = raster;
    }

    /** Room for a picture of this shape. */
    static PictureSamples blank(int height, int width, int channels, int bits) {
        int size = Math.multiplyExact(Math.multiplyExact(height, width), channels);
        DataBuffer samples = bits == BITS ? new DataBufferUShort(size) : new DataBufferByte(size);
        return of(height, width, channels, samples);
    }

    /** The 8-bit samples of {@code image}, shared with it. */
    public static PictureSamples of(PixelImage image) {
        return of(image.height(), image.width(), RGB, new DataBufferByte(image.rgb(), image.rgb().length));
    }

    /** Takes over samples that lie row by row, pixel by pixel and channel by channel, opacity last. */
    static PictureSamples of(int height, int width, int channels, DataBuffer samples) {
        int[] offsets = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            offsets[channel] = channel;
        }
        return new PictureSamples(Raster.createInterleavedRaster(
                samples, width, height, width * channels, channels, offsets, new Point()));
    }

    /** In pixels. */
    public int height() {
        return raster.getHeight();
    }

    /** In pixels. */
    public int width() {
        return raster.getWidth();
    }

    /** 1 (grey), 2 (grey and opacity), 3 (RGB) or 4 (RGB and opacity). */
    public int channels() {
        return raster.getNumBands();
    }

    /** Of a sample: 8 or 16. */
    public int bits() {
        return raster.getSampleModel().getDataType() == DataBuffer.TYPE_USHORT ? BITS : Byte.SIZE;
    }

    /** The largest sample: 255 or 65,535. */
    public int largest() {
        return (1 << bits()) - 1;
    }

    /** Whether a pixel's last channel says how opaque it is. */
    public boolean hasOpacity() {
        return channels() % 2 == 0;
    }

    /** Whether there is one channel of brightness rather than three of colour. */
    public boolean isGrey() {
        return channels() < RGB;
    }

    /** Reads a row, pixel by pixel and channel by channel; {@code row} is filled if it is given, and made otherwise. */
    public int[] row(int number, int[] row) {
        return raster.getPixels(0, number, width(), 1, row);
    }

    /** Whether all pixels are the same. */
    boolean isOfOneColour() {
        int[] first = null;
        int[] row = null;
        for (int number = 0; number < height(); number++) {
            row = row(number, row);
            first = first == null ? Arrays.copyOf(row, channels()) : first;
            for (int sample = 0; sample < row.length; sample++) {
                if (row[sample] != first[sample % first.length]) {
                    return false;
                }
            }
        }
        return true;
    }

    void write(int number, int[] row) {
        raster.setPixels(0, number, width(), 1, row);
    }

    /** The raster with the samples, for decoders and encoders. */
    WritableRaster raster() {
        return raster;
    }

    /** All samples, row by row, pixel by pixel and channel by channel: bytes, or shorts where they have 16 bits. */
    Object array() {
        return bits() == BITS
                ? ((DataBufferUShort) raster.getDataBuffer()).getData()
                : ((DataBufferByte) raster.getDataBuffer()).getData();
    }

    /**
     * The picture as networks see it, in 8 bits of RGB.
     *
     * <ul>
     *   <li>Grey becomes three equal channels.
     *   <li>Samples of 16 bits are scaled by 255 / 65,535 and rounded.
     *   <li>Transparent pixels are laid over white.
     * </ul>
     *
     * <p>What is 8-bit RGB already is shared, not copied.
     */
    public PixelImage rgb() {
        if (channels() == RGB && bits() == Byte.SIZE) {
            return new PixelImage(height(), width(), (byte[]) array());
        }
        return RgbSamples.of(this);
    }

    @Override
    public String toString() {
        return "picture of " + height() + "x" + width() + " pixels, " + channels() + " channels of " + bits() + " bits";
    }
}
