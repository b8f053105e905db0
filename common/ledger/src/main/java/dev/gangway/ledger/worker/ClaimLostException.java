package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.StaleClaimException;

/** The claim under which somebody works is not held any more: the task is another worker's by now, or may be. */
public final class ClaimLostException extends RuntimeException {

    ClaimLostException(StaleClaimException cause) {
        super(cause.getMessage(), cause);
    }

    public ClaimLostException(String message) {
        super(message);
    }
}
