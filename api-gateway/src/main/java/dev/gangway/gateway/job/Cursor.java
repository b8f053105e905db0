package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sort key of a page's last item; opaque to clients.
 *
 * @param key the key's parts
 */
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "|";

    public Cursor {
        key = List.copyOf(key);
    }

    /** The cursor behind an item with this key. */
    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    /** Reads what {@link #toString()} wrote; refuses what is not in its form. */
    public static Cursor parse(String text) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(Arrays.asList(joined.split("\\|", -1)));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** Reads part {@code index} of the key; refuses a cursor that was given out for another list. */
    public <T> T part(int index, Function<String, T> parser) {
        if (index >= key.size()) {
            throw unknown();
        }
        try {
            return parser.apply(key.get(index));
        } catch (IllegalArgumentException | DateTimeException e) {
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
        return RefusedException.badParameter("cursor", "is none that this list gave out");
    }
}
