package dev.gangway.ledger.broker;

/** The broker did not take a dead letter: its record is not done with. */
final class DeadLetterNotTakenException extends RuntimeException {

    DeadLetterNotTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
