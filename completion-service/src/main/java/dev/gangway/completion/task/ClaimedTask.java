package dev.gangway.completion.task;

import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.ledger.assignment.Claim;

/** A claim as objects name it that are written under it. */
public final class ClaimedTask {

    private ClaimedTask() {}

    /** The claim on a task of a job of {@code team}. */
    public static TaskClaim of(Claim claim, TeamId team) {
        return new TaskClaim(team, claim.task().job(), claim.task().number(), claim.token());
    }
}
