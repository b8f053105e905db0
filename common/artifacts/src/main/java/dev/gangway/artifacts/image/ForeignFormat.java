package dev.gangway.artifacts.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Image formats that are not read, known by their first bytes so that a refusal can name them. */
enum ForeignFormat {
    GIF("GIF8[79]a"),
    WEBP("RIFF....WEBP"),
    BMP("BM....\0\0\0\0"),
    TIFF("II\\*\0|MM\0\\*"),
    HEIC("....ftyp(heic|heix|hevc|mif1|msf1)"),
    AVIF("....ftyp(avif|avis)");

    private static final int LONGEST = 12;

    private final Pattern start;

    /** A start as a pattern over its bytes, each a character. */
    ForeignFormat(String start) {
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    static Optional<ForeignFormat> of(byte[] content) {
        String start = new String(content, 0, Math.min(LONGEST, content.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(start).lookingAt())
                .findFirst();
    }
}
