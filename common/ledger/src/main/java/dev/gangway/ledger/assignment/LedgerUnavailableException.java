package dev.gangway.ledger.assignment;

/** The database behind the assignments does not answer. */
public final class LedgerUnavailableException extends RuntimeException {

    LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
