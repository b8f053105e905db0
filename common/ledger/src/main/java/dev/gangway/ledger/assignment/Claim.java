package dev.gangway.ledger.assignment;

import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import java.time.Instant;

/**
 * A worker's right to work on a task.
 *
 * @param task the work
 * @param token the fencing token: greater than that of every claim before
 * @param worker who holds it
 * @param kind the jobs that the worker takes
 * @param team whose job it is; null when the task came before that was noted
 * @param type the message's CloudEvents type
 * @param body the message's JSON
 */
public record Claim(Task task, long token, String worker, JobKind kind, TeamId team, String type, byte[] body) {

    /** The message that asked for the work. */
    public <T> T message(Class<T> expected) throws UnreadableMessageException {
        return MessageCodec.read(type, body, expected);
    }

    /** Where an event that happened {@code at} comes from. */
    public Origin origin(Instant at) {
        return new Origin(task.job(), task.number(), token, worker, at, kind, team);
    }

    @Override
    public String toString() {
        return task.job() + "/" + task.number() + " under token " + token;
    }
}
