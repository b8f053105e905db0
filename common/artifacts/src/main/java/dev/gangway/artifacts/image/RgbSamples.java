package dev.gangway.artifacts.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Turns decoded pixels of any kind into 8-bit RGB.
 *
 * <ul>
 *   <li>Grey becomes three equal channels.
 *   <li>A palette is looked up.
 *   <li>Samples of b bits are scaled by 255 / (2ᵇ - 1) and rounded.
 *   <li>Transparent pixels are laid over white.
 * </ul>
 *
 * <p>Samples are taken from the raster, not through Java's colour spaces, which brighten linear grey.
 */
final class RgbSamples {

    private static final int WHITE = 255;

    private RgbSamples() {}

    static PixelImage of(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        Pixels pixels =
                image.getColorModel() instanceof IndexColorModel palette ? palette(palette) : direct(image.getRaster());
        int[] samples = null;
        int target = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                samples = image.getRaster().getPixel(column, row, samples);
                target = pixels.write(samples, rgb, target);
            }
        }
        return new PixelImage(height, width, rgb);
    }

    /** Writes one pixel's colour, and returns where the next one goes. */
    private interface Pixels {
        int write(int[] samples, byte[] rgb, int target);
    }

    private static Pixels palette(IndexColorModel palette) {
        return (samples, rgb, target) -> {
            int index = samples[0];
            int alpha = palette.getAlpha(index);
            rgb[target] = overWhite(palette.getRed(index), alpha);
            rgb[target + 1] = overWhite(palette.getGreen(index), alpha);
            rgb[target + 2] = overWhite(palette.getBlue(index), alpha);
            return target + PixelImage.CHANNELS;
        };
    }

    private static Pixels direct(Raster raster) {
        int bands = raster.getNumBands();
        boolean grey = bands <= 2;
        boolean alpha = bands % 2 == 0;
        int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return (samples, rgb, target) -> {
            int opacity = alpha ? eightBits(samples[bands - 1], largest) : WHITE;
            for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
                int sample = samples[grey ? 0 : channel];
                rgb[target + channel] = overWhite(eightBits(sample, largest), opacity);
            }
            return target + PixelImage.CHANNELS;
        };
    }

    private static int eightBits(int sample, int largest) {
        return largest == WHITE ? sample : Math.round(sample * (float) WHITE / largest);
    }

    private static byte overWhite(int sample, int opacity) {
        return (byte) ((sample * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
    }
}
