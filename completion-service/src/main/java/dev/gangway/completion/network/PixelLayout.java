package dev.gangway.completion.network;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.image.ImageArray;
import java.util.ArrayList;
import java.util.List;

/** The two orders of samples: networks take a plane for each colour, files and figures take a pixel's colours together. */
public final class PixelLayout {

    private PixelLayout() {}

    /** From (height, width, channel) to (image, channel, height, width); all images are squares of one size. */
    public static ImageArray planar(List<RgbImage> images) {
        int size = images.get(0).height();
        byte[] pixels = new byte[images.size() * RgbImage.CHANNELS * size * size];
        for (int image = 0; image < images.size(); image++) {
            byte[] rgb = images.get(image).rgb();
            for (int sample = 0; sample < rgb.length; sample++) {
                pixels[image * rgb.length + planarPosition(sample, size)] = rgb[sample];
            }
        }
        return new ImageArray(size, pixels);
    }

    /** From (image, channel, height, width) to (height, width, channel). */
    public static List<RgbImage> interleaved(ImageArray images) {
        int size = images.size();
        int length = RgbImage.CHANNELS * size * size;
        List<RgbImage> interleaved = new ArrayList<>(images.count());
        for (int image = 0; image < images.count(); image++) {
            byte[] rgb = new byte[length];
            for (int sample = 0; sample < length; sample++) {
                rgb[sample] = images.pixels()[image * length + planarPosition(sample, size)];
            }
            interleaved.add(new RgbImage(size, size, rgb));
        }
        return interleaved;
    }

    /** The image of a file as figures take it. */
    public static RgbImage rgbImage(PixelImage image) {
        return new RgbImage(image.height(), image.width(), image.rgb());
    }

    /** The image as files take it. */
    public static PixelImage pixelImage(RgbImage image) {
        return new PixelImage(image.height(), image.width(), image.rgb());
    }

    private static int planarPosition(int sample, int size) {
        int pixel = sample / RgbImage.CHANNELS;
        return sample % RgbImage.CHANNELS * size * size + pixel;
    }
}
