package dev.gangway.completion.task;

import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.StaleClaimException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells events and metrics under one claim. */
public final class ClaimTeller {

    private static final Logger LOG = Logger.getLogger(ClaimTeller.class);

    private final Assignments assignments;
    private final Claim claim;
    private final InstantSource clock;

    public ClaimTeller(Assignments assignments, Claim claim, InstantSource clock) {
        this.assignments = assignments;
        this.claim = claim;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Origin origin(Instant at) {
        return claim.origin(at);
    }

    /** The claim as objects name it that are written under it for a job of {@code team}. */
    public TaskClaim taskClaim(TeamId team) {
        return new TaskClaim(team, claim.task().job(), claim.task().number(), claim.token());
    }

    /** Tells {@code messages}; throws {@link ClaimLostException} when the claim is not held any more. */
    public void tell(List<?> messages) {
        try {
            assignments.tell(claim, messages);
        } catch (StaleClaimException e) {
            throw new ClaimLostException(e);
        }
    }

    /** Tells {@code messages} unless the database is away: the next ones will say more. */
    public void tellIfPossible(List<?> messages) {
        try {
            tell(messages);
        } catch (LedgerUnavailableException e) {
            LOG.warnf("job=%s progress is not told: %s", claim.task().job(), e.getMessage());
        }
    }

    /** The job is another worker's now. */
    public static final class ClaimLostException extends RuntimeException {
        public ClaimLostException(StaleClaimException cause) {
            super(cause);
        }
    }
}
