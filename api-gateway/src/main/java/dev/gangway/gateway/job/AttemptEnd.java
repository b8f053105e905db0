package dev.gangway.gateway.job;

import java.time.Instant;

/**
 * What became of a delivery by an attempt to send it.
 *
 * @param state where the delivery is now
 * @param failures how many attempts have failed
 * @param status the HTTP status of the answer; null when there was none
 * @param error why the attempt failed; null when it did not
 * @param at when the delivery ended, or when it is sent again
 */
public record AttemptEnd(DeliveryState state, int failures, Integer status, String error, Instant at) {

    /** The receiver has it. */
    public static AttemptEnd delivered(int failures, int status, Instant at) {
        return new AttemptEnd(DeliveryState.DELIVERED, failures, status, null, at);
    }

    /** It failed, and is tried again at {@code next}. */
    public static AttemptEnd repeated(int failures, Integer status, String error, Instant next) {
        return new AttemptEnd(DeliveryState.PENDING, failures, status, error, next);
    }

    /** It failed, and is given up. */
    public static AttemptEnd exhausted(int failures, Integer status, String error, Instant at) {
        return new AttemptEnd(DeliveryState.EXHAUSTED, failures, status, error, at);
    }
}
