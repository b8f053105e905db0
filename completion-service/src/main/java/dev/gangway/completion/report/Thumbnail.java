package dev.gangway.completion.report;

import dev.gangway.artifacts.image.PixelImage;

/** Pictures made small enough for a page: each pixel is the mean of a block of the picture's. */
public final class Thumbnail {

    private static final int LONGEST = 320;

    private Thumbnail() {}

    /** {@code picture} with at most 320 pixels on its longer side. */
    public static PixelImage of(PixelImage picture) {
        int block = (Math.max(picture.height(), picture.width()) + LONGEST - 1) / LONGEST;
        if (block == 1) {
            return picture;
        }
        int height = Math.max(1, picture.height() / block);
        int width = Math.max(1, picture.width() / block);
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / PixelImage.CHANNELS;
            rgb[i] = mean(picture, pixel / width * block, pixel % width * block, i % PixelImage.CHANNELS, block);
        }
        return new PixelImage(height, width, rgb);
    }

    private static byte mean(PixelImage picture, int top, int left, int channel, int block) {
        int sum = 0;
        int count = 0;
        for (int row = top; row < Math.min(top + block, picture.height()); row++) {
            for (int column = left; column < Math.min(left + block, picture.width()); column++) {
                sum += picture.sample(row, column, channel);
                count++;
            }
        }
        return (byte) ((sum + count / 2) / count);
    }
}
