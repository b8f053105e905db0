package dev.gangway.artifacts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some content.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(@JsonValue String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public ContentHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, unlike " + hex);
        }
    }

    /** The hash of {@code content}. */
    public static ContentHash of(byte[] content) {
        try {
            return new ContentHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
