package dev.gangway.ledger.worker;

import dev.gangway.contracts.event.Origin;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.StaleClaimException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells events and metrics under one claim. */
public final class ClaimTeller {

    private static final System.Logger LOG = System.getLogger(ClaimTeller.class.getName());

    private final Assignments assignments;
    private final Claim claim;
    private final InstantSource clock;

    ClaimTeller(Assignments assignments, Claim claim, InstantSource clock) {
        this.assignments = assignments;
        this.claim = claim;
        this.clock = clock;
    }

    public Claim claim() {
        return claim;
    }

    public Instant now() {
        return clock.instant();
    }

    public Origin origin(Instant at) {
        return claim.origin(at);
    }

    /**
     * Promises that {@code messages} are told.
     *
     * @throws ClaimLostException when the claim is not held any more
     * @throws LedgerUnavailableException when the database is away
     */
    public void tell(List<?> messages) {
        try {
            assignments.tell(claim, messages);
        } catch (StaleClaimException e) {
            throw new ClaimLostException(e);
        }
    }

    /** Promises that {@code messages} are told unless the database is away: the next ones will say more. */
    public void tellIfPossible(List<?> messages) {
        try {
            tell(messages);
        } catch (LedgerUnavailableException e) {
            LOG.log(
                    Level.WARNING,
                    "job={0} progress is not told: {1}",
                    claim.task().job(),
                    e.getMessage());
        }
    }
}
