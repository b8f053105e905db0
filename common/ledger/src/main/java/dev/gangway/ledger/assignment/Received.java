package dev.gangway.ledger.assignment;

import dev.gangway.contracts.job.TeamId;
import java.util.Objects;

/**
 * A task as it came.
 *
 * @param task the work
 * @param attempt how often it was sent, from 1
 * @param team whose job it is
 * @param urgent whether all else of the job is done and waits for it, so that it goes before others' tasks
 * @param message what is asked for
 */
public record Received(Task task, int attempt, TeamId team, boolean urgent, Object message) {

    public Received {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(message, "message");
    }
}
