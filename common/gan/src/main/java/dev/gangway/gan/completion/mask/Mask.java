package dev.gangway.gan.completion.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pixels of a square image are visible: M of RankGAN (8) and GoGAN (30). At least one is: where nothing is known there is
 * nothing to complete from. A mask that hides nothing is one, and the image behind it is complete already.
 *
 * @param size height and width in pixels
 * @param visible row by row, {@code true} (1) where the image is known
 */
public record Mask(int size, boolean[] visible) {

    private static final int FIRST_WHITE = 128;

    /** Refuses what is no square of that size, and what hides every pixel. */
    public Mask {
        if (visible.length != size * size) {
            throw new IllegalArgumentException(visible.length + " pixels are not a square of " + size + " by " + size);
        }
        visible = visible.clone();
        if (count(visible, true) == 0) {
            throw new IllegalArgumentException(
                    "the mask hides every pixel: nothing is left to complete the image from");
        }
    }

    /**
     * Hides a centred square of {@code fraction} of the area (GoGAN section 5.2); its side is round(√fraction · size).
     *
     * @param fraction between 0 and 1
     */
    public static Mask centreSquare(int size, double fraction) {
        requireFraction(fraction);
        int side = sideOf(size, fraction);
        int start = (size - side) / 2;
        return hiding(
                size, (row, column) -> row >= start && row < start + side && column >= start && column < start + side);
    }

    /** Hides the pixels for which {@code hidden} holds. */
    static Mask hiding(int size, PixelPredicate hidden) {
        boolean[] visible = new boolean[size * size];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = !hidden.test(i / size, i % size);
        }
        return new Mask(size, visible);
    }

    /**
     * Takes any mask from the pixels of a grey image, in which white is missing: hides where it is at least 128.
     *
     * @param size height and width in pixels
     * @param grey uint8, row by row
     * @throws IllegalArgumentException when the pixels are not a square of that size, or all of them are white
     */
    public static Mask ofPixels(int size, byte[] grey) {
        boolean[] visible = new boolean[grey.length];
        for (int i = 0; i < grey.length; i++) {
            visible[i] = Byte.toUnsignedInt(grey[i]) < FIRST_WHITE;
        }
        return new Mask(size, visible);
    }

    /** How many pixels are hidden. */
    public int hidden() {
        return count(visible, false);
    }

    @Override
    public boolean[] visible() {
        return visible.clone();
    }

    /** The masks as (masks, 1, size, size), 1 where visible, in {@code scope}; all have one size. */
    public static NDArray batch(NDManager scope, List<Mask> masks) {
        int size = masks.get(0).size;
        boolean[] all = new boolean[masks.size() * size * size];
        for (int i = 0; i < masks.size(); i++) {
            System.arraycopy(masks.get(i).visible, 0, all, i * size * size, size * size);
        }
        return NativeArray.of(scope, all, new Shape(masks.size(), 1, size, size))
                .toType(DataType.FLOAT32, false);
    }

    /** Side in pixels of a square of {@code fraction} of the area, at least 1. */
    static int sideOf(int size, double fraction) {
        return Math.max(1, Math.toIntExact(Math.round(Math.sqrt(fraction) * size)));
    }

    static void requireFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must lie between 0 and 1, not " + fraction);
        }
    }

    private static int count(boolean[] pixels, boolean value) {
        return (int) IntStream.range(0, pixels.length)
                .filter(i -> pixels[i] == value)
                .count();
    }

    /** A condition on a pixel. */
    @FunctionalInterface
    interface PixelPredicate {
        boolean test(int row, int column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask && size == mask.size && Arrays.equals(visible, mask.visible);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(visible);
    }
}
