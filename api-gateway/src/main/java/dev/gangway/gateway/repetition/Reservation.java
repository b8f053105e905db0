package dev.gangway.gateway.repetition;

import java.util.UUID;

/** Whether a request under a key may be worked on. */
public sealed interface Reservation {

    /**
     * It may, and nobody else works on it until it is kept or freed.
     *
     * @param request the request
     * @param attempt names this attempt
     */
    record Taken(KeyedRequest request, UUID attempt) implements Reservation {}

    /**
     * It was answered before.
     *
     * @param digest the digest of the body that was answered
     * @param answer the answer
     */
    record Answered(String digest, Answer answer) implements Reservation {}

    /** Another attempt is worked on. */
    record InProgress() implements Reservation {}

    /** Another request was sent under this key. */
    record OtherRequest() implements Reservation {}
}
