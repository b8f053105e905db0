package dev.gangway.gateway.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of addresses (RFC 3986), read strictly: what is malformed is refused and not replaced. */
public final class PercentEncoding {

    private static final int ESCAPE = 3;
    private static final int RADIX = 16;

    private PercentEncoding() {}

    /**
     * The decoded part of a path; throws {@link IllegalArgumentException} that says what is wrong with it. Letters and digits that are
     * encoded are: they route as if they were not, past rules that look at the path as it is written.
     */
    public static String path(String encoded) {
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
            if (isLetterOrDigit(octet(encoded, i))) {
                throw new IllegalArgumentException("holds an encoded letter or digit, which is written as it is");
            }
        }
        return decoded(encoded, false);
    }

    private static boolean isLetterOrDigit(byte octet) {
        return octet >= 0 && octet <= '~' && Character.isLetterOrDigit(octet);
    }

    /** A decoded name or value of a query, where a plus is a space; throws as {@link #path} does. */
    public static String query(String encoded) {
        return decoded(encoded, true);
    }

    private static String decoded(String encoded, boolean plusIsSpace) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char letter = encoded.charAt(i);
            if (letter <= ' ' || letter > '~') {
                throw new IllegalArgumentException("holds a character that has to be percent-encoded");
            }
            if (letter == '%') {
                bytes.put(octet(encoded, i));
                i += ESCAPE - 1;
            } else {
                bytes.put((byte) (plusIsSpace && letter == '+' ? ' ' : letter));
            }
        }
        return text(bytes.flip());
    }

    private static byte octet(String encoded, int at) {
        int high = digit(encoded, at + 1);
        int low = digit(encoded, at + 2);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("holds a percent sign that two hexadecimal digits do not follow");
        }
        return (byte) (high * RADIX + low);
    }

    private static int digit(String encoded, int at) {
        return at < encoded.length() ? Character.digit(encoded.charAt(at), RADIX) : -1;
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not percent-encoded UTF-8", e);
        }
    }
}
