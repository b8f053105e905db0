package dev.gangway.gateway.notification;

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
     */
    record Failed(Integer status, String error) implements Outcome {}

    /** What an answer means. */
    static Outcome of(int status) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        return status == 410 ? new Gone(status) : new Failed(status, "the receiver answered " + status);
    }
}
