package dev.gangway.ledger.outbox;

/** The database or the broker behind an outbox does not answer; whatever was promised is still promised. */
public final class OutboxUnavailableException extends RuntimeException {

    OutboxUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
