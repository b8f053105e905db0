package dev.gangway.artifacts.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The image formats that are read, told apart by their first bytes; a file's name says nothing. */
enum ImageFormat {
    PNG("89504e470d0a1a0a"),
    JPEG("ffd8ff");

    private static final int LONGEST = 8;

    private final String signature;

    ImageFormat(String signature) {
        this.signature = signature;
    }

    static Optional<ImageFormat> of(byte[] content) {
        String start = HexFormat.of().formatHex(content, 0, Math.min(LONGEST, content.length));
        return Arrays.stream(values())
                .filter(format -> start.startsWith(format.signature))
                .findFirst();
    }
}
