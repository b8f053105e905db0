package dev.gangway.benchmarks.image;

import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.image.ImageArray;
import java.util.ArrayList;
import java.util.List;

/** Networks take one colour after the other, figures one pixel after the other. */
public final class PixelOrder {

    private PixelOrder() {}

    /** Squares of one size as networks take them; there is at least one. */
    static ImageArray planar(List<RgbImage> images) {
        int size = images.get(0).height();
        int length = RgbImage.CHANNELS * size * size;
        byte[] pixels = new byte[images.size() * length];
        for (int image = 0; image < images.size(); image++) {
            for (int sample = 0; sample < length; sample++) {
                pixels[image * length + planarPosition(sample, size)] =
                        images.get(image).rgb()[sample];
            }
        }
        return new ImageArray(size, pixels);
    }

    /** Images of networks as figures take them. */
    public static List<RgbImage> interleaved(ImageArray images) {
        int size = images.size();
        int length = RgbImage.CHANNELS * size * size;
        List<RgbImage> interleaved = new ArrayList<>();
        for (int image = 0; image < images.count(); image++) {
            byte[] rgb = new byte[length];
            for (int sample = 0; sample < length; sample++) {
                rgb[sample] = images.pixels()[image * length + planarPosition(sample, size)];
            }
            interleaved.add(new RgbImage(size, size, rgb));
        }
        return interleaved;
    }

    private static int planarPosition(int sample, int size) {
        return sample % RgbImage.CHANNELS * size * size + sample / RgbImage.CHANNELS;
    }
}
