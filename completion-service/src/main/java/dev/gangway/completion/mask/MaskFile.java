package dev.gangway.completion.mask;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.MaskReading;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PictureRefusedException;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.gan.completion.mask.Mask;

/** A mask that came as an image. */
final class MaskFile {

    private static final ImageDecoder DECODER =
            new ImageDecoder(new ImageLimits(MaskRecipe.IMAGE_BYTES, ImageLimits.DEFAULT.pixels()));

    private MaskFile() {}

    /** Reads it; an {@link IllegalArgumentException} unless it is of {@code size} by {@code size} pixels and hides a part. */
    static Mask read(byte[] file, int size) {
        try {
            PictureMask mask = MaskReading.of(DECODER.open("the mask", file, () -> false), null, false)
                    .mask();
            if (mask.height() != size || mask.width() != size) {
                throw new IllegalArgumentException("the mask has " + mask.width() + "x" + mask.height()
                        + " pixels, but the images have " + size + "x" + size);
            }
            boolean[] visible = new boolean[size * size];
            for (int pixel = 0; pixel < visible.length; pixel++) {
                visible[pixel] = !mask.missing(pixel / size, pixel % size);
            }
            return new Mask(size, visible);
        } catch (UnreadableImageException | PictureRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
