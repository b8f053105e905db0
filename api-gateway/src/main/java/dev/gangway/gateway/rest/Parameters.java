package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.text.ReceivedValue;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads headers and parts of addresses, and refuses those that make no sense by name. */
final class Parameters {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private Parameters() {}

    static Optional<String> idempotencyKey(String key) {
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw RefusedException.badParameter("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        }
        return Optional.ofNullable(key);
    }

    static long lastEventId(String id) {
        return id == null || id.isBlank() ? 0 : parsed("Last-Event-ID", id, ReceivedValue::number, "must be a number");
    }

    static <T> T parsed(String name, String text, Function<String, T> parser, String what) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badParameter(name, what);
        }
    }
}
