package dev.gangway.artifacts.image;

import java.util.Locale;

/**
 * A rectangle that is cut out of images.
 *
 * @param left columns before it
 * @param top rows above it
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Crop(int left, int top, int width, int height) {

    public Crop {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("no image has the rectangle " + left + "," + top + "," + width + ","
                    + height + " (left, top, width, height)");
        }
    }

    /** Whether the rectangle lies within {@code image}. */
    public boolean fits(PixelImage image) {
        return left <= image.width() - width && top <= image.height() - height;
    }

    /**
     * The part of {@code image} within the rectangle.
     *
     * @throws IllegalArgumentException when it does not {@link #fits fit}
     */
    public PixelImage apply(PixelImage image) {
        if (!fits(image)) {
            throw new IllegalArgumentException("an " + image + " does not hold " + this);
        }
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        int stride = width * PixelImage.CHANNELS;
        for (int row = 0; row < height; row++) {
            int source = ((top + row) * image.width() + left) * PixelImage.CHANNELS;
            System.arraycopy(image.rgb(), source, rgb, row * stride, stride);
        }
        return new PixelImage(height, width, rgb);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%dx%d pixels from column %d and row %d", width, height, left, top);
    }
}
