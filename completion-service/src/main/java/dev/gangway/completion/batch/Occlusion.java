package dev.gangway.completion.batch;

import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.FaceMask;
import dev.gangway.gan.completion.Mask;
import java.util.Arrays;

/**
 * Which pixels of an image are missing, as the networks and as the figures want to know it.
 *
 * @param mask what is visible
 * @param hole what is missing
 */
record Occlusion(Mask mask, Hole hole) {

    private static final double PERCENT = 100;
    private static final byte MIDDLE = (byte) 128;

    /** The occlusion that {@code recipe} describes, on images of {@code size} by {@code size} pixels. */
    static Occlusion of(MaskRecipe recipe, int size) {
        Mask mask =
                switch (recipe.kind()) {
                    case CENTRE_SQUARE -> Mask.centreSquare(size, recipe.percent() / PERCENT);
                    case CENTRE_SMALL -> FaceMask.CENTER_SMALL.ofSize(size);
                    case CENTRE_LARGE -> FaceMask.CENTER_LARGE.ofSize(size);
                    case PERIOCULAR_SMALL -> FaceMask.PERIOCULAR_SMALL.ofSize(size);
                    case PERIOCULAR_LARGE -> FaceMask.PERIOCULAR_LARGE.ofSize(size);
                };
        boolean[] missing = mask.visible();
        for (int pixel = 0; pixel < missing.length; pixel++) {
            missing[pixel] = !missing[pixel];
        }
        return new Occlusion(mask, new Hole(size, size, missing));
    }

    /** A grey image: what stands for missing pixels when nothing is known. */
    static RgbImage grey(int size) {
        byte[] rgb = new byte[RgbImage.CHANNELS * size * size];
        Arrays.fill(rgb, MIDDLE);
        return new RgbImage(size, size, rgb);
    }

    /** {@code image} with the missing pixels taken from {@code filling}. */
    RgbImage fill(RgbImage image, RgbImage filling) {
        byte[] rgb = image.rgb().clone();
        for (int sample = 0; sample < rgb.length; sample++) {
            if (hole.missing()[sample / RgbImage.CHANNELS]) {
                rgb[sample] = filling.rgb()[sample];
            }
        }
        return new RgbImage(image.height(), image.width(), rgb);
    }
}
