package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gangway.gateway.text.ReceivedText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sort key of a page's last item; opaque to clients.
 *
 * @param key the key's parts
 */
public record Cursor(List<String> key) {

    /** A control character: no part holds it. */
    private static final String SEPARATOR = "\u001f";

    private static final String UNKNOWN = "is none that this list gave out";

    public Cursor {
        key = List.copyOf(key);
    }

    /** The cursor behind an item with this key. */
    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    /** Reads what {@link #toString()} wrote; an {@link IllegalArgumentException} is what it never writes. */
    public static Cursor fromString(String text) {
        return decoded(text)
                .map(key -> new Cursor(Arrays.asList(key.split(SEPARATOR, -1))))
                .filter(read -> read.toString().equals(text))
                .orElseThrow(() -> new IllegalArgumentException(UNKNOWN));
    }

    private static Optional<String> decoded(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString())
                    .filter(key -> ReceivedText.fault(key, ReceivedText.LONGEST_PARAMETER)
                            .isEmpty());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** This cursor if its key has {@code count} parts; refuses it otherwise: it was given out for another list. */
    public Cursor withParts(int count) {
        if (key.size() != count) {
            throw unknown();
        }
        return this;
    }

    /** Reads part {@code index} of the key; refuses a cursor that was given out for another list. */
    public <T> T part(int index, Function<String, T> parser) {
        if (index >= key.size()) {
            throw unknown();
        }
        try {
            return parser.apply(key.get(index));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    @JsonValue
    @Override
    public String toString() {
        String joined = key.stream().collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedException unknown() {
        return RefusedException.badParameter("cursor", UNKNOWN);
    }
}
