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
        Running running = new Running();
        running.add(content, content.length);
        return running.end();
    }

    /** The hash of content that comes in pieces. */
    static final class Running {

        private final MessageDigest digest;

        Running() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        /** Adds the first {@code count} bytes of {@code piece}. */
        void add(byte[] piece, int count) {
            add(piece, 0, count);
        }

        /** Adds {@code count} bytes of {@code piece}. */
        void add(byte[] piece, int offset, int count) {
            digest.update(piece, offset, count);
        }

        ContentHash end() {
            return new ContentHash(HexFormat.of().formatHex(digest.digest()));
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
