package dev.gangway.artifacts.image;

import java.util.Arrays;

/** How bright the parts of a mask are that can be seen. */
final class MaskTones {

    private static final int BINS = 32;

    /** Strokes have one tone, or two where some are half hidden; a photo has many. */
    private static final double STROKES = 0.75;

    private final long[] visible = new long[BINS];
    private long pixels;
    private long transparent;
    private double brightest;

    /** Counts a pixel by its brightness and opacity, 0 to 1. */
    void add(double bright, double opaque) {
        pixels++;
        if (opaque == 0) {
            transparent++;
        } else {
            visible[(int) Math.min(BINS - 1, bright * BINS)]++;
            brightest = Math.max(brightest, bright * opaque);
        }
    }

    boolean nothingVisible() {
        return transparent == pixels;
    }

    /** The part of all pixels of which nothing is to be seen, 0 to 1. */
    double transparentShare() {
        return (double) transparent / pixels;
    }

    /** The largest product of brightness and opacity, 0 to 1. */
    double brightest() {
        return brightest;
    }

    /** Whether what is visible has more tones than strokes have. */
    boolean isPhoto() {
        long[] sorted = visible.clone();
        Arrays.sort(sorted);
        long two = sorted[BINS - 1] + sorted[BINS - 2];
        return two < STROKES * (pixels - transparent);
    }
}
