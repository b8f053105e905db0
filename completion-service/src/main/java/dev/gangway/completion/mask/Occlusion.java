package dev.gangway.completion.mask;

import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.mask.FaceMask;
import dev.gangway.gan.completion.mask.HalfMask;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.mask.RandomMasks;
import dev.gangway.gan.random.Seeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Which pixels of an image are missing, as the networks and as the figures want to know it.
 *
 * @param mask what is visible
 * @param hole what is missing
 */
public record Occlusion(Mask mask, Hole hole) {

    /** What stands for a missing sample when nothing is known. */
    static final int GREY = 128;

    private static final double PERCENT = 100;

    /** Where the seeds of random masks are drawn; part of every job's bits. */
    private static final long MASK = 1;

    /**
     * The occlusions that {@code recipe} describes, on {@code count} images from number {@code first} on, squares of {@code size}
     * pixels.
     *
     * @param seed the job's; a random mask follows from it and from the image's number in its split
     * @throws TaskRefusedException when such a mask would leave nothing visible
     */
    public static List<Occlusion> of(MaskRecipe recipe, long seed, int first, int count, int size)
            throws TaskRefusedException {
        try {
            return recipe.kind().isRandom()
                    ? LongStream.range(first, (long) first + count)
                            .mapToObj(image -> of(recipe, size, maskSeed(seed, image)))
                            .toList()
                    : Collections.nCopies(count, of(recipe, size, seed));
        } catch (IllegalArgumentException e) {
            throw new TaskRefusedException("mask-refused", e.getMessage(), e);
        }
    }

    /** Another place than that of the seeds of the search: {@link dev.gangway.completion.network.ImageCompleter}. */
    private static long maskSeed(long seed, long image) {
        return Seeds.generator(seed, image, MASK).nextLong();
    }

    /** The occlusion that {@code recipe} describes, on one image of {@code size} by {@code size} pixels. */
    public static Occlusion of(MaskRecipe recipe, int size, long seed) {
        Mask mask =
                switch (recipe.kind()) {
                    case CENTRE_SQUARE -> Mask.centreSquare(size, recipe.percent() / PERCENT);
                    case CENTRE_SMALL -> FaceMask.CENTER_SMALL.ofSize(size);
                    case CENTRE_LARGE -> FaceMask.CENTER_LARGE.ofSize(size);
                    case PERIOCULAR_SMALL -> FaceMask.PERIOCULAR_SMALL.ofSize(size);
                    case PERIOCULAR_LARGE -> FaceMask.PERIOCULAR_LARGE.ofSize(size);
                    case LEFT_HALF -> HalfMask.LEFT.ofSize(size);
                    case RIGHT_HALF -> HalfMask.RIGHT.ofSize(size);
                    case TOP_HALF -> HalfMask.TOP.ofSize(size);
                    case BOTTOM_HALF -> HalfMask.BOTTOM.ofSize(size);
                    case RANDOM_PIXELS -> RandomMasks.pixels(size, recipe.percent() / PERCENT, seed);
                    case RANDOM_BLOCKS ->
                        RandomMasks.blocks(
                                size, recipe.percent() / PERCENT, Objects.requireNonNullElse(recipe.blocks(), 1), seed);
                    case IMAGE -> MaskFile.read(recipe.image(), size);
                };
        boolean[] missing = mask.visible();
        for (int pixel = 0; pixel < missing.length; pixel++) {
            missing[pixel] = !missing[pixel];
        }
        return new Occlusion(mask, new Hole(size, size, missing));
    }

    /** A grey image: what stands for missing pixels when nothing is known. */
    public static RgbImage grey(int size) {
        byte[] rgb = new byte[RgbImage.CHANNELS * size * size];
        Arrays.fill(rgb, (byte) GREY);
        return new RgbImage(size, size, rgb);
    }

    /** Red, green and blue of what stands for missing pixels when nothing is known. */
    public static byte[] greyColour() {
        return new byte[] {(byte) GREY, (byte) GREY, (byte) GREY};
    }

    /** {@code image} with the pixels that {@code hole} misses in one colour, given by red, green and blue. */
    public static RgbImage fill(RgbImage image, Hole hole, byte[] colour) {
        byte[] rgb = image.rgb().clone();
        for (int sample = 0; sample < rgb.length; sample++) {
            if (hole.missing()[sample / RgbImage.CHANNELS]) {
                rgb[sample] = colour[sample % RgbImage.CHANNELS];
            }
        }
        return new RgbImage(image.height(), image.width(), rgb);
    }

    /** {@code image} with the missing pixels taken from {@code filling}. */
    public RgbImage fill(RgbImage image, RgbImage filling) {
        return fill(image, hole, filling);
    }

    /** {@code image} with the pixels that {@code hole} misses taken from {@code filling}; all are of one size. */
    public static RgbImage fill(RgbImage image, Hole hole, RgbImage filling) {
        byte[] rgb = image.rgb().clone();
        for (int sample = 0; sample < rgb.length; sample++) {
            if (hole.missing()[sample / RgbImage.CHANNELS]) {
                rgb[sample] = filling.rgb()[sample];
            }
        }
        return new RgbImage(image.height(), image.width(), rgb);
    }
}
