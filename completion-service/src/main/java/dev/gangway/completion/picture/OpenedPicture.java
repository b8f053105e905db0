package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.DecodedPicture;
import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.PictureFilling;
import dev.gangway.artifacts.image.PictureMask;
import java.util.List;

/**
 * A picture in memory, which may be large: one at a time, and nothing that is not needed beside it.
 *
 * @param original the damaged picture, upright, as its file has it
 * @param filling the way back into it
 * @param framed what the networks see of it
 * @param notes what its owner should know of its files, in sentences
 */
record OpenedPicture(DecodedPicture original, PictureFilling filling, FramedPicture framed, List<String> notes) {

    OpenedPicture {
        notes = List.copyOf(notes);
    }

    /** What is missing; a feather's pixels around it are completed too, but were there. */
    PictureMask missing() {
        return filling.missing();
    }
}
