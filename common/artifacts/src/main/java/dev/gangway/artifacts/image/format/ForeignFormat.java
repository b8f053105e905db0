package dev.gangway.artifacts.image.format;

import java.util.List;
import java.util.Optional;

/**
 * An image format that is not read, known by its first bytes so that a refusal can name it.
 *
 * @param name as people write it
 * @param start as {@link ImageFormat} writes signatures
 */
record ForeignFormat(String name, String start) {

    private static final List<ForeignFormat> KNOWN = List.of(
            new ForeignFormat("GIF", "GIF87a"),
            new ForeignFormat("GIF", "GIF89a"),
            new ForeignFormat("BMP", "BM....\0\0\0\0"),
            new ForeignFormat("TIFF", "II*\0"),
            new ForeignFormat("TIFF", "MM\0*"),
            new ForeignFormat("HEIC", "....ftypheic"),
            new ForeignFormat("HEIC", "....ftypheix"),
            new ForeignFormat("HEIC", "....ftyphevc"),
            new ForeignFormat("HEIC", "....ftypmif1"),
            new ForeignFormat("HEIC", "....ftypmsf1"),
            new ForeignFormat("AVIF", "....ftypavif"),
            new ForeignFormat("AVIF", "....ftypavis"),
            new ForeignFormat("JPEG XL", "\u00ff\n"),
            new ForeignFormat("JPEG XL", "\0\0\0\fJXL "),
            new ForeignFormat("JPEG 2000", "\0\0\0\fjP  "),
            new ForeignFormat("JPEG 2000", "\u00ffO\u00ffQ"),
            new ForeignFormat("Photoshop", "8BPS"),
            new ForeignFormat("PDF", "%PDF"),
            new ForeignFormat("SVG", "<svg"));

    /** The format's name, if it is one that is known. */
    static Optional<String> nameOf(byte[] content) {
        return KNOWN.stream()
                .filter(format -> ImageFormat.starts(content, format.start))
                .map(ForeignFormat::name)
                .findFirst();
    }
}
