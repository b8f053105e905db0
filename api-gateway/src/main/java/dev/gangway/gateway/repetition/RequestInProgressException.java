package dev.gangway.gateway.repetition;

import java.time.Duration;

/** The same request is being worked on. */
public final class RequestInProgressException extends RuntimeException {

    private final Duration retryAfter;

    RequestInProgressException(String key, Duration retryAfter) {
        super("a request under the key " + key + " is still worked on");
        this.retryAfter = retryAfter;
    }

    /** When it is worth to ask again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
