package dev.gangway.artifacts.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The image formats that are read, told apart by their first bytes; a file's name says nothing. */
public enum ImageFormat {
    PNG("\u0089PNG\r\n\u001a\n", "PNG"),
    JPEG("\u00ff\u00d8\u00ff", "JPEG"),
    /** Its first part says how long the file is, and begins at the fifth byte. */
    WEBP("RIFF....WEBP", "WebP");

    private static final char ANY = '.';

    private final String signature;
    private final String label;

    /** A signature's characters are its bytes; a dot stands for any. */
    ImageFormat(String signature, String label) {
        this.signature = signature;
        this.label = label;
    }

    static Optional<ImageFormat> of(byte[] content) {
        return Arrays.stream(values())
                .filter(format -> starts(content, format.signature))
                .findFirst();
    }

    /** Its name as people write it. */
    public String label() {
        return label;
    }

    static boolean starts(byte[] content, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != ANY && expected[i] != content[i]) {
                return false;
            }
        }
        return true;
    }
}
