package dev.gangway.gateway.deadletter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The beginning of a record's body in a form that JSON can carry.
 *
 * @param text the body's text, or its bytes in Base64 when they are no text; null when the record has no body
 * @param encoding {@code utf-8} or {@code base64}
 * @param whole whether this is all of it
 */
public record BodyText(String text, String encoding, boolean whole) {

    /** The first {@code limit} bytes of {@code body}. */
    static BodyText of(byte[] body, int limit) {
        if (body == null) {
            return new BodyText(null, "utf-8", true);
        }
        boolean whole = body.length <= limit;
        byte[] beginning = whole ? body : Arrays.copyOf(body, limit);
        CharBuffer text = CharBuffer.allocate(beginning.length);
        // A character that the limit cuts in two is no fault: it is left out.
        boolean fault = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(beginning), text, whole)
                .isError();
        return fault
                ? new BodyText(Base64.getEncoder().encodeToString(beginning), "base64", whole)
                : new BodyText(text.flip().toString(), "utf-8", whole);
    }
}
