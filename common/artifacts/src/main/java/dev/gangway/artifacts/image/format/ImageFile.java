package dev.gangway.artifacts.image.format;

import java.util.List;
import java.util.Optional;

/**
 * An image file taken apart, with nothing decoded yet. The decoder is given what the picture consists of and nothing else: notes
 * of cameras and editors, colour profiles, previews and whatever lies around the picture never reach it, whether they are
 * broken, endless or made to be either.
 *
 * @param format what it is
 * @param header what it says of its pixels
 * @param essence a well-formed file with the picture alone
 * @param profile the colour profile, whole and fitting the picture's channels
 * @param exif the EXIF block; empty when there is none
 * @param intact whether all of the picture's data is there as it was written, as far as can be told without decoding
 * @param notes what was found beside the picture that should not be there, or is broken
 */
public record ImageFile(
        ImageFormat format,
        ImageHeader header,
        byte[] essence,
        Optional<ColourProfile> profile,
        byte[] exif,
        boolean intact,
        List<PictureNote> notes) {

    public ImageFile {
        notes = List.copyOf(notes);
    }

    /**
     * Takes a file apart.
     *
     * @throws MalformedFileException when it is of no format that is read, or nothing of its picture is there
     */
    public static ImageFile of(byte[] content) throws MalformedFileException {
        Optional<ImageFormat> format = ImageFormat.of(content);
        if (format.isEmpty()) {
            return JpegFile.behindOtherBytes(content).orElseThrow(() -> new MalformedFileException(foreign(content)));
        }
        return switch (format.get()) {
            case PNG -> PngFile.of(content);
            case JPEG -> JpegFile.of(content, 0);
            case WEBP -> WebpFile.of(content);
        };
    }

    /** How many colours a PNG's palette has; 0 without one. */
    public int paletteColours() {
        return switch (format) {
            case PNG -> PngEssence.paletteColours(essence);
            case JPEG, WEBP -> 0;
        };
    }

    /** What is wrong with a file that is not {@link #intact}. */
    public String damage() {
        return switch (format) {
            case PNG -> "a checksum does not fit";
            case JPEG, WEBP -> "it ends before its picture does";
        };
    }

    /**
     * How many groups of prefix codes a decoder of WebP makes tables of before the first pixel; 0 in other formats. It takes time that grows with
     * the pixels.
     *
     * @throws MalformedFileException when they cannot be counted, and the picture not decoded
     */
    public int prefixGroups() throws MalformedFileException {
        return switch (format) {
            case PNG, JPEG -> 0;
            case WEBP -> LosslessGroups.of(this);
        };
    }

    private static String foreign(byte[] content) {
        if (content.length == 0) {
            return "the file is empty";
        }
        return ForeignFormat.nameOf(content)
                .map(name -> "a " + name + " file by its content; PNG, JPEG and WebP are read")
                .orElse("neither a PNG nor a JPEG nor a WebP file by its content");
    }
}
