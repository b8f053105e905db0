package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads query parameters and headers, and refuses those that make no sense by name. */
final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST_PAGE = 200;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private Parameters() {}

    static Slice slice(String limit, String cursor) {
        return slice(limit, cursor, DEFAULT_LIMIT, LONGEST_PAGE);
    }

    static Slice slice(String limit, String cursor, int usual, int longest) {
        Faults faults = new Faults();
        Integer count = faults.read(() -> count(limit, usual, longest));
        Cursor start = faults.read(() -> cursor == null ? null : Cursor.parse(cursor));
        faults.require();
        return new Slice(count, start);
    }

    private static int count(String limit, int usual, int longest) {
        int count = limit == null ? usual : parsed("limit", limit, ReceivedValue::integer, "must be a number");
        if (count < 1 || count > longest) {
            throw RefusedException.badParameter("limit", "must be between 1 and " + longest);
        }
        return count;
    }

    static Instant instant(String name, String text) {
        return text == null
                ? null
                : parsed(name, text, ReceivedValue::time, "must be a time such as 2026-01-02T03:04:05Z");
    }

    /** A number of seconds from 0 to {@code longest}; none when it is left out. */
    static Duration seconds(String name, String text, Duration longest) {
        long seconds = text == null ? 0 : parsed(name, text, ReceivedValue::number, "must be a number of seconds");
        if (seconds < 0 || seconds > longest.toSeconds()) {
            throw RefusedException.badParameter(name, "must be between 0 and " + longest.toSeconds());
        }
        return Duration.ofSeconds(seconds);
    }

    /** Whether something is wished; not, when it is left out. */
    static boolean flag(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw RefusedException.badParameter(name, "must be true or false");
        }
        return true;
    }

    static <T> T optional(String name, String text, Function<String, T> parser, String what) {
        return text == null ? null : parsed(name, text, parser, what);
    }

    static <E extends Enum<E>> List<E> enums(String name, List<String> texts, Class<E> type) {
        String what = "must be one of " + Arrays.toString(type.getEnumConstants());
        return texts.stream()
                .map(text -> parsed(name, text, value -> Enum.valueOf(type, value), what))
                .toList();
    }

    static Optional<String> idempotencyKey(String key) {
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw RefusedException.badParameter("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        }
        return Optional.ofNullable(key);
    }

    static long lastEventId(String id) {
        return id == null || id.isBlank() ? 0 : parsed("Last-Event-ID", id, ReceivedValue::number, "must be a number");
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser, String what) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badParameter(name, what);
        }
    }
}
