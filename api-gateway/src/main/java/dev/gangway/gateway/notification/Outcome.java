package dev.gangway.gateway.notification;

import java.time.Duration;

/** What came of an attempt to send an event. */
sealed interface Outcome {

    /** The receiver has it. */
    record Delivered(int status) implements Outcome {}

    /** The receiver wants no more events. */
    record Gone(int status) implements Outcome {}

    /**
     * The receiver may not have it.
     *
     * @param status what it answered; null when it did not
     * @param error what went wrong
     * @param asked how long it asks to be left alone; zero when it does not
     */
    record Failed(Integer status, String error, Duration asked) implements Outcome {}

    /** What an answer means; {@code asked} counts for those that say that it is too much, or not now. */
    static Outcome of(int status, Duration asked) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        if (status == 410) {
            return new Gone(status);
        }
        boolean later = status == 429 || status == 503;
        return new Failed(status, "the receiver answered " + status, later ? asked : Duration.ZERO);
    }
}
