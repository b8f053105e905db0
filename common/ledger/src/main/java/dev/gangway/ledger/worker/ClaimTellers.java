package dev.gangway.ledger.worker;

import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import java.time.InstantSource;

/** Makes the teller of each claim. */
public final class ClaimTellers {

    private final Assignments assignments;
    private final InstantSource clock;

    public ClaimTellers(Assignments assignments, InstantSource clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    public ClaimTeller of(Claim claim) {
        return new ClaimTeller(assignments, claim, clock);
    }
}
