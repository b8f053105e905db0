package dev.gangway.gan.completion.mask;

import dev.gangway.gan.random.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Masks that follow from a seed: the same seed always hides the same pixels. */
public final class RandomMasks {

    private RandomMasks() {}

    /**
     * Hides single pixels anywhere: exactly round(fraction · size²) of them.
     *
     * @param fraction between 0 and 1
     * @throws IllegalArgumentException when that is every pixel
     */
    public static Mask pixels(int size, double fraction, long seed) {
        Mask.requireFraction(fraction);
        int[] order = Seeds.permutation(Seeds.generator(seed), size * size);
        boolean[] visible = allVisible(size);
        Arrays.stream(order, 0, Math.toIntExact(Math.round(fraction * size * size)))
                .forEach(pixel -> visible[pixel] = false);
        return new Mask(size, visible);
    }

    /**
     * Hides squares anywhere, each of {@code fraction / blocks} of the area, with a side of round(√(fraction / blocks) · size)
     * but at least 1. Where they overlap, further ones follow, the last of them cut short, until as many pixels are hidden as
     * in {@code blocks} squares that do not overlap: the share depends on no seed.
     *
     * @param fraction between 0 and 1
     * @param blocks at least 1
     * @throws IllegalArgumentException when that is every pixel
     */
    public static Mask blocks(int size, double fraction, int blocks, long seed) {
        Mask.requireFraction(fraction);
        if (blocks < 1) {
            throw new IllegalArgumentException("a mask of blocks has at least one, not " + blocks);
        }
        int side = Mask.sideOf(size, fraction / blocks);
        if (blocks * side * side >= size * size) {
            throw new IllegalArgumentException(
                    blocks + " blocks of " + side + " pixels would hide an image of " + size + " pixels");
        }
        SplittableRandom random = Seeds.generator(seed);
        boolean[] visible = allVisible(size);
        int left = blocks * side * side;
        while (left > 0) {
            int row = random.nextInt(size - side + 1);
            int column = random.nextInt(size - side + 1);
            left -= hide(visible, row * size + column, side, left);
        }
        return new Mask(size, visible);
    }

    /** Hides at most {@code most} visible pixels of the square whose first is {@code corner}; returns how many. */
    private static int hide(boolean[] visible, int corner, int side, int most) {
        int size = (int) Math.sqrt(visible.length);
        int hidden = 0;
        for (int i = 0; i < side * side && hidden < most; i++) {
            int pixel = corner + i / side * size + i % side;
            hidden += visible[pixel] ? 1 : 0;
            visible[pixel] = false;
        }
        return hidden;
    }

    private static boolean[] allVisible(int size) {
        boolean[] visible = new boolean[size * size];
        Arrays.fill(visible, true);
        return visible;
    }
}
