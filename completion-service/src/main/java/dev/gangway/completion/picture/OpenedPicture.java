package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.PictureFilling;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PixelImage;
import java.util.List;
import java.util.Optional;

/**
 * A picture in memory, which may be large: one at a time.
 *
 * @param original the damaged picture, upright, as its file has it
 * @param filling the way back into it
 * @param framed what the networks see of it
 * @param truth the undamaged picture, if somebody has it
 * @param notes what its owner should know of its files, in sentences
 */
record OpenedPicture(
        DecodedPicture original,
        PictureFilling filling,
        FramedPicture framed,
        Optional<PixelImage> truth,
        List<String> notes) {

    OpenedPicture {
        notes = List.copyOf(notes);
    }

    /** What is missing. */
    PictureMask mask() {
        return filling.mask();
    }

    /** Whether there is anything to complete. */
    boolean isDamaged() {
        return mask().missingPixels() > 0;
    }
}
