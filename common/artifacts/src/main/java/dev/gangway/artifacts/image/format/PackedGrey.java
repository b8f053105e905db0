package dev.gangway.artifacts.image.format;

import java.util.Arrays;

/**
 * The greys of a PNG file of less than 8 bits, one of which is transparent, as the palette that says the same: Java's reader forgets what
 * is transparent of such greys, and knows it of palettes.
 *
 * @param bits of a grey: 1, 2 or 4
 * @param transparent which grey is
 */
record PackedGrey(int bits, int transparent) {

    private static final int CHANNELS = 3;
    private static final int LARGEST = 255;

    private int greys() {
        return 1 << bits;
    }

    /** Red, green and blue of each grey. */
    byte[] palette() {
        byte[] palette = new byte[CHANNELS * greys()];
        for (int grey = 0; grey < greys(); grey++) {
            int level = grey * LARGEST / (greys() - 1);
            Arrays.fill(palette, CHANNELS * grey, CHANNELS * (grey + 1), (byte) level);
        }
        return palette;
    }

    /** How opaque each grey is. */
    byte[] opacities() {
        byte[] opacities = new byte[greys()];
        Arrays.fill(opacities, (byte) LARGEST);
        // As the format has it, no more of the value counts than a grey has bits.
        opacities[transparent & (greys() - 1)] = 0;
        return opacities;
    }
}
