package dev.gangway.artifacts.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Capital letters, digits and a few signs of 5x7 pixels.
 *
 * <p>Java's own text drawing needs fonts and native libraries that a container image for a server does not have.
 */
public final class Lettering {

    /** How high letters are in pixels. */
    public static final int HEIGHT = 7;

    private static final int WIDTH = 5;
    private static final int ADVANCE = WIDTH + 1;
    private static final int BINARY = 2;
    private static final char UNKNOWN = '?';

    private final Map<Character, int[]> glyphs = read();

    /** How wide {@code text} is in pixels. */
    public int width(String text) {
        return Math.max(0, text.length() * ADVANCE - 1);
    }

    /** Whether the pixel of {@code text} at ({@code row}, {@code column}) is inked; letters are drawn as capitals. */
    public boolean inked(String text, int row, int column) {
        char letter = text.toUpperCase(Locale.ROOT).charAt(column / ADVANCE);
        if (letter == ' ' || column % ADVANCE == WIDTH) {
            return false;
        }
        int bits = glyphs.getOrDefault(letter, glyphs.get(UNKNOWN))[row];
        return (bits >> (WIDTH - 1 - column % ADVANCE) & 1) == 1;
    }

    private static Map<Character, int[]> read() {
        try (InputStream in = Lettering.class.getResourceAsStream("glyphs.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines().collect(Collectors.toMap(line -> line.charAt(0), Lettering::rows));
        } catch (IOException e) {
            throw new UncheckedIOException("the letters cannot be read", e);
        }
    }

    private static int[] rows(String line) {
        return Arrays.stream(line.substring(2).split(" "))
                .mapToInt(bits -> Integer.parseInt(bits, BINARY))
                .toArray();
    }
}
