package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PixelImage;
import java.util.Optional;

/**
 * A picture in memory, which may be large: one at a time.
 *
 * @param image the damaged picture, upright
 * @param mask what is missing
 * @param framed what the networks see of it, and the way back
 * @param truth the undamaged picture, if somebody has it
 */
record OpenedPicture(PixelImage image, PictureMask mask, FramedPicture framed, Optional<PixelImage> truth) {

    /** Whether there is anything to complete. */
    boolean isDamaged() {
        return mask.missingPixels() > 0;
    }
}
