package dev.gangway.trainer.record;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.image.ImageArray;
import java.util.ArrayList;
import java.util.List;

/** From planes of one colour, as networks make images, to pixels, as files and figures take them. */
final class PixelLayout {

    private PixelLayout() {}

    static List<PixelImage> pictures(ImageArray images) {
        return interleaved(images).stream()
                .map(rgb -> new PixelImage(images.size(), images.size(), rgb))
                .toList();
    }

    static List<RgbImage> rgbImages(ImageArray images) {
        return interleaved(images).stream()
                .map(rgb -> new RgbImage(images.size(), images.size(), rgb))
                .toList();
    }

    /** Images of one height, side by side in one. */
    static PixelImage sideBySide(List<PixelImage> images) {
        int height = images.get(0).height();
        int width = images.stream().mapToInt(PixelImage::width).sum();
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        int left = 0;
        for (PixelImage image : images) {
            for (int row = 0; row < height; row++) {
                int length = image.width() * PixelImage.CHANNELS;
                System.arraycopy(image.rgb(), row * length, rgb, (row * width + left) * PixelImage.CHANNELS, length);
            }
            left += image.width();
        }
        return new PixelImage(height, width, rgb);
    }

    private static List<byte[]> interleaved(ImageArray images) {
        int pixels = images.size() * images.size();
        List<byte[]> interleaved = new ArrayList<>(images.count());
        for (int image = 0; image < images.count(); image++) {
            byte[] rgb = new byte[pixels * PixelImage.CHANNELS];
            for (int sample = 0; sample < rgb.length; sample++) {
                int plane = sample % PixelImage.CHANNELS;
                rgb[sample] = images.pixels()[image * rgb.length + plane * pixels + sample / PixelImage.CHANNELS];
            }
            interleaved.add(rgb);
        }
        return interleaved;
    }
}
