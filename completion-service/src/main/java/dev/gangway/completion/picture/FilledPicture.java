package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.SquareFrame;
import java.util.List;

/**
 * What is kept of a picture whose missing pixels are filled.
 *
 * @param mask what was missing
 * @param frames the squares that the networks saw
 * @param whole the picture as figures see it
 * @param notes what its owner should know of its files, in sentences
 */
record FilledPicture(PictureMask mask, List<SquareFrame> frames, PixelImage whole, List<String> notes) {

    /** Whether anything was missing. */
    boolean isDamaged() {
        return mask.missingPixels() > 0;
    }

    /** What became of it. */
    PictureOutcome.Completed completed(NumberedPicture source, List<String> told) {
        return new PictureOutcome.Completed(
                source.number(),
                source.picture().name(),
                whole.height(),
                whole.width(),
                mask.missingPixels(),
                frames.get(0),
                frames,
                told);
    }
}
