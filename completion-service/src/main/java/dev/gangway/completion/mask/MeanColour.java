package dev.gangway.completion.mask;

import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;

/** What is known of a hole when nothing is learnt: the colour around it. */
public final class MeanColour {

    private MeanColour() {}

    /** An image of one colour, the mean of the visible pixels of {@code image}; grey when none is visible. */
    public static RgbImage of(RgbImage image, Hole hole) {
        byte[] colour = colourOf(image, hole);
        byte[] rgb = new byte[image.rgb().length];
        for (int sample = 0; sample < rgb.length; sample++) {
            rgb[sample] = colour[sample % RgbImage.CHANNELS];
        }
        return new RgbImage(image.height(), image.width(), rgb);
    }

    /** Red, green and blue of the mean of the visible pixels; grey when none is visible. */
    public static byte[] colourOf(RgbImage image, Hole hole) {
        long[] sums = new long[RgbImage.CHANNELS];
        int visible = 0;
        for (int pixel = 0; pixel < hole.missing().length; pixel++) {
            if (!hole.missing()[pixel]) {
                visible++;
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    sums[channel] += Byte.toUnsignedInt(image.rgb()[pixel * RgbImage.CHANNELS + channel]);
                }
            }
        }
        byte[] colour = new byte[RgbImage.CHANNELS];
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            colour[channel] = (byte) (visible == 0 ? Occlusion.GREY : Math.round((double) sums[channel] / visible));
        }
        return colour;
    }
}
