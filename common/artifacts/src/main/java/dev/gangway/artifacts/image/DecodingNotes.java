package dev.gangway.artifacts.image;

import dev.gangway.artifacts.image.format.ImageFile;
import dev.gangway.artifacts.image.format.PictureNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a file's owner should know of how it was read. */
final class DecodingNotes {

    private DecodingNotes() {}

    /** Those of the file, and what decoding found; last of all that not every pixel is as it was. */
    static List<PictureNote> of(ImageFile file, PictureReading.Read read) {
        List<PictureNote> notes = new ArrayList<>(file.notes());
        if (read.strayBytes()) {
            notes.add(new PictureNote("stray-bytes", "bytes in the picture's data that belong to nothing passed over"));
        }
        if (read.strayColours()) {
            notes.add(new PictureNote(
                    "stray-colours", "pixels of colours that the palette does not have were given its last"));
        }
        if (ImageReaders.hasInks(file)) {
            notes.add(new PictureNote(
                    "colours-converted", "the JPEG's inks (CMYK) became RGB, without regard to a colour profile"));
        }
        if (read.fault() != null || !file.intact()) {
            notes.add(incomplete(read, file));
        }
        return notes;
    }

    private static PictureNote incomplete(PictureReading.Read read, ImageFile file) {
        int height = file.header().height();
        String fault = read.fault() == null ? file.damage() : read.fault();
        return new PictureNote(
                "incomplete",
                read.soundRows() < height
                        ? String.format(
                                Locale.ROOT,
                                "the file is damaged or ends early (%s): of its %d rows those from about row %d on are not as they were",
                                fault,
                                height,
                                read.soundRows())
                        : String.format(
                                Locale.ROOT, "the file is damaged (%s): its pixels may not be as they were", fault));
    }
}
