package dev.gangway.artifacts.plot;

import dev.gangway.artifacts.image.Lettering;
import dev.gangway.artifacts.image.PixelImage;
import java.util.Arrays;

/** A white picture that colours are laid over, each pixel by how much of it they cover. */
final class Canvas {

    /** How high text is in pixels. */
    static final int TEXT_HEIGHT = 2 * Lettering.HEIGHT;

    private static final float WHITE = 255;
    private static final Lettering LETTERING = new Lettering();

    private final int width;
    private final int height;
    private final float[] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[width * height * PixelImage.CHANNELS];
        Arrays.fill(rgb, WHITE);
    }

    PixelImage image() {
        byte[] samples = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            samples[i] = (byte) Math.round(rgb[i]);
        }
        return new PixelImage(height, width, samples);
    }

    /** Lays {@code colour} (0xRRGGBB) over a pixel, which it covers by {@code share}; outside the picture nothing happens. */
    void cover(int column, int row, int colour, double share) {
        if (column < 0 || column >= width || row < 0 || row >= height || share <= 0) {
            return;
        }
        float weight = (float) Math.min(1, share);
        int at = (row * width + column) * PixelImage.CHANNELS;
        for (int channel = 0; channel < PixelImage.CHANNELS; channel++) {
            int sample = (colour >> (8 * (PixelImage.CHANNELS - 1 - channel))) & 0xff;
            rgb[at + channel] += weight * (sample - rgb[at + channel]);
        }
    }

    /** Fills a rectangle of whole pixels. */
    void fill(int left, int top, int columns, int rows, int colour) {
        for (int row = top; row < top + rows; row++) {
            for (int column = left; column < left + columns; column++) {
                cover(column, row, colour, 1);
            }
        }
    }

    /** Lays {@code colour} over a column from {@code top} to {@code bottom}, which may lie within pixels. */
    void fillColumn(int column, double top, double bottom, int colour, double opacity) {
        for (int row = (int) Math.floor(top); row <= (int) Math.floor(bottom); row++) {
            double covered = Math.min(row + 1.0, bottom) - Math.max(row, top);
            cover(column, row, colour, opacity * covered);
        }
    }

    static int textWidth(String text) {
        return 2 * LETTERING.width(text);
    }

    /** Writes {@code text} with its upper left corner at the given place. */
    void write(String text, int left, int top, int colour) {
        for (int row = 0; row < TEXT_HEIGHT; row++) {
            for (int column = 0; column < textWidth(text); column++) {
                if (inked(text, row, column)) {
                    cover(left + column, top + row, colour, 1);
                }
            }
        }
    }

    /** Writes {@code text} from bottom to top, with its lower left corner at the given place. */
    void writeUpwards(String text, int left, int bottom, int colour) {
        for (int row = 0; row < TEXT_HEIGHT; row++) {
            for (int column = 0; column < textWidth(text); column++) {
                if (inked(text, row, column)) {
                    cover(left + row, bottom - column, colour, 1);
                }
            }
        }
    }

    /**
     * A letter's pixel at twice its size. The quarter of an empty pixel that lies in a corner between two inked ones is inked
     * as well (half of the rule known as Scale2x): slopes are then half as coarse, and corners stay corners.
     */
    private static boolean inked(String text, int row, int column) {
        int y = row / 2;
        int x = column / 2;
        int up = row % 2 == 0 ? -1 : 1;
        int left = column % 2 == 0 ? -1 : 1;
        boolean inCorner = ink(text, y + up, x) && ink(text, y, x + left);
        return ink(text, y, x) || (inCorner && !ink(text, y - up, x) && !ink(text, y, x - left));
    }

    private static boolean ink(String text, int row, int column) {
        return row >= 0
                && row < Lettering.HEIGHT
                && column >= 0
                && column < LETTERING.width(text)
                && LETTERING.inked(text, row, column);
    }
}
