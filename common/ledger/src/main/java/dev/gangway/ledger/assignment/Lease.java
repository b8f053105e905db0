package dev.gangway.ledger.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A claim for as long as it is renewed.
 *
 * <p>One thread renews while another works; the worker asks {@link #isHeld()} before it writes, and stops when it is
 * not. A lease that ran out because the database was away may be renewed if nobody took the work over meanwhile.
 */
public final class Lease {

    private final Claim claim;
    private final Assignments assignments;
    private final InstantSource clock;
    private volatile Instant until;
    private volatile boolean lost;

    Lease(Claim claim, Assignments assignments, InstantSource clock, Instant until) {
        this.claim = claim;
        this.assignments = assignments;
        this.clock = clock;
        this.until = until;
    }

    /** The claim. */
    public Claim claim() {
        return claim;
    }

    /** Whether the claim may still be acted on. */
    public boolean isHeld() {
        return !lost && clock.instant().isBefore(until);
    }

    /** Whether somebody else has the work now; a lost lease never comes back. */
    public boolean isLost() {
        return lost;
    }

    /**
     * Prolongs the lease by {@code duration} from now.
     *
     * @throws LedgerUnavailableException when the database does not answer; the lease runs on to its end
     */
    public void renew(Duration duration) {
        Instant prolonged = clock.instant().plus(duration);
        if (!lost && assignments.renew(claim, prolonged)) {
            until = prolonged;
        } else {
            lost = true;
        }
    }
}
