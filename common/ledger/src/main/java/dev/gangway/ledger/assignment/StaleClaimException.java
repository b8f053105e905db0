package dev.gangway.ledger.assignment;

/** A claim's work was taken over, given back or ended: its former owner may write nothing more. */
public final class StaleClaimException extends Exception {

    StaleClaimException(Claim claim) {
        super("the claim on " + claim + " is not held any more");
    }
}
