package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ColourProfile;
import dev.gangway.artifacts.image.format.ImageFormat;
import dev.gangway.artifacts.image.format.PictureNote;
import java.util.List;
import java.util.Optional;

/**
 * What is in an image file.
 *
 * @param samples its pixels, upright, as the file has them
 * @param turned whether the file has them lying on their side, and EXIF's orientation turned them
 * @param format the file's
 * @param lossy whether its pixels are only nearly those that were encoded
 * @param profile the colour profile that belongs to the samples, if the file has one
 * @param complete whether every pixel is from the file; otherwise the notes say what is made up
 * @param notes what its owner should know of it
 */
public record DecodedPicture(
        PictureSamples samples,
        boolean turned,
        ImageFormat format,
        boolean lossy,
        Optional<ColourProfile> profile,
        boolean complete,
        List<PictureNote> notes) {

    public DecodedPicture {
        notes = List.copyOf(notes);
    }
}
