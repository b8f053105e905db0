package dev.gangway.trainer.stage;

import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Claim;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the teller of each claim. */
@Singleton
class ClaimTellers {

    private final Assignments assignments;
    private final InstantSource clock;

    ClaimTellers(Assignments assignments, InstantSource clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    ClaimTeller of(Claim claim) {
        return new ClaimTeller(assignments, claim, clock);
    }
}
