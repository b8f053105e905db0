package dev.gangway.gateway.submission;

import dev.gangway.artifacts.image.ImageDecoder;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.image.MaskReading;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PictureRefusedException;
import dev.gangway.artifacts.image.UnreadableImageException;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses masks that are images but cannot be used as such. */
@ApplicationScoped
class MaskCheck {

    private static final long PIXELS = 1 << 20;

    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(MaskRecipe.IMAGE_BYTES, PIXELS));

    /** What a mask hides that is an image; null when it is none, and says it otherwise. */
    PictureMask read(MaskRecipe mask) {
        return mask != null && mask.kind() == MaskRecipe.Kind.IMAGE ? read(mask.image()) : null;
    }

    /** Refuses {@code mask} unless it can hide a part of images of {@code size} by {@code size} pixels. */
    static void requireFits(PictureMask mask, int size) {
        if (mask.height() != size || mask.width() != size) {
            throw refused("has " + mask.width() + "x" + mask.height() + " pixels, but the networks take images of "
                    + size + "x" + size);
        }
    }

    private PictureMask read(byte[] file) {
        try {
            PictureMask mask = MaskReading.of(decoder.open("mask.image", file, () -> false), null, false)
                    .mask();
            if (mask.missingPixels() == 0) {
                throw refused("hides nothing: white is what is missing");
            }
            return mask;
        } catch (UnreadableImageException e) {
            throw refused(e.reason());
        } catch (PictureRefusedException e) {
            throw refused(e.getMessage());
        }
    }

    private static RefusedException refused(String why) {
        return RefusedException.unprocessable("mask-refused", "mask.image", why);
    }
}
