package dev.gangway.trainer.stage;

import dev.gangway.contracts.event.Origin;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.StaleClaimException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells events and metrics under one claim. */
final class ClaimTeller {

    private static final Logger LOG = Logger.getLogger(ClaimTeller.class);

    private final Assignments assignments;
    private final Claim claim;
    private final InstantSource clock;

    ClaimTeller(Assignments assignments, Claim claim, InstantSource clock) {
        this.assignments = assignments;
        this.claim = claim;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Origin origin(Instant at) {
        return claim.origin(at);
    }

    /** Tells {@code messages}; throws {@link ClaimLostException} when the claim is not held any more. */
    void tell(List<?> messages) {
        try {
            assignments.tell(claim, messages);
        } catch (StaleClaimException e) {
            throw new ClaimLostException(e);
        }
    }

    /** Tells {@code messages} unless the database is away: the next ones will say more. */
    void tellIfPossible(List<?> messages) {
        try {
            tell(messages);
        } catch (LedgerUnavailableException e) {
            LOG.warnf("job=%s progress is not told: %s", claim.task().job(), e.getMessage());
        }
    }

    /** The job is another worker's now. */
    static final class ClaimLostException extends RuntimeException {
        ClaimLostException(StaleClaimException cause) {
            super(cause);
        }

        ClaimLostException(String message) {
            super(message);
        }
    }
}
