package dev.gangway.ledger.assignment;

import static dev.gangway.ledger.assignment.Ledger.query;
import static dev.gangway.ledger.assignment.Ledger.update;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.ledger.outbox.Outbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The tasks that a service has received, and which of its workers holds which.
 *
 * <p>A received task is {@code WAITING} until a worker claims it, and ends {@code DONE}, {@code CANCELLED} or
 * {@code RELEASED}; a released one waits again when it is sent again. Every change compares the claim's token, and what
 * it tells the rest of the system goes into the outbox in the same transaction.
 */
public final class Assignments {

    private static final String ACCEPT = """
            INSERT INTO assignment AS known (job, task, attempt, team, urgent, type, body, state, received_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?
            WHERE NOT EXISTS (SELECT FROM cancelled_job WHERE job = ?)
            ON CONFLICT (job, task) DO UPDATE SET attempt = excluded.attempt, team = excluded.team,
                urgent = excluded.urgent, type = excluded.type, body = excluded.body, state = 'WAITING',
                received_at = excluded.received_at, owner = NULL, lease_until = NULL
            WHERE known.attempt < excluded.attempt
            """;

    /**
     * First what sums up; then of the job that the fewest workers are at; of those a job's only task, then the job that has been served
     * least lately. What was given back and waits again does not count as served.
     */
    private static final String CLAIM = """
            UPDATE assignment SET state = 'CLAIMED', owner = ?, token = token + 1, lease_until = ?, claimed_at = ?
            WHERE (job, task) = (SELECT waiting.job, waiting.task FROM assignment AS waiting
                JOIN (SELECT job, count(*) FILTER (WHERE state = 'CLAIMED') AS under_way,
                        count(*) FILTER (WHERE state <> 'CANCELLED') > 1 AS many,
                        max(claimed_at) FILTER (WHERE state <> 'WAITING') AS served
                    FROM assignment WHERE job IN (SELECT job FROM assignment WHERE state = 'WAITING')
                    GROUP BY job) AS work USING (job)
                WHERE waiting.state = 'WAITING'
                ORDER BY waiting.urgent DESC, work.under_way, work.many, work.served NULLS FIRST,
                    waiting.received_at, waiting.task
                LIMIT 1 FOR UPDATE OF waiting SKIP LOCKED)
            RETURNING job, task, token, owner, team, type, body
            """;

    /** How long a claim waits for another that was begun before: a claim takes milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String EXPIRED = """
            SELECT job, task, token, owner, team, type, body FROM assignment
            WHERE state = 'CLAIMED' AND lease_until <= ? FOR UPDATE SKIP LOCKED
            """;

    private static final String HELD = " WHERE job = ? AND task = ? AND token = ? AND state = 'CLAIMED'";

    private final Ledger ledger;
    private final WorkerOutbox outbox;
    private final Cancellations cancellations;
    private final InstantSource clock;
    private final JobKind kind;
    private final ClaimTurn turn;

    /**
     * The assignments in the table {@code assignment} of {@code database}, telling through {@code outbox}.
     *
     * @param kind the jobs whose tasks they are
     */
    public Assignments(DataSource database, Outbox outbox, InstantSource clock, JobKind kind) {
        this(database, outbox, clock, kind, PATIENCE);
    }

    Assignments(DataSource database, Outbox outbox, InstantSource clock, JobKind kind, Duration patience) {
        this.kind = kind;
        this.turn = new ClaimTurn(patience);
        this.ledger = new Ledger(database);
        this.outbox = new WorkerOutbox(outbox);
        this.cancellations = new Cancellations(database, outbox, clock, kind);
        this.clock = clock;
    }

    /**
     * Notes a received task. Receiving it again changes nothing, unless this is a later attempt: the gateway makes one when the claim before
     * has ended, by its worker's word or because no worker was heard of any more. A worker that had vanished and holds its claim again by
     * then loses it, and the next one's token is greater.
     */
    public void accept(Received received) {
        Task task = received.task();
        UUID job = task.job().value();
        ledger.transaction(
                "note " + task,
                connection -> update(
                        connection,
                        ACCEPT,
                        job,
                        task.number(),
                        received.attempt(),
                        received.team().value(),
                        received.urgent(),
                        MessageCodec.typeOf(received.message()),
                        MessageCodec.write(received.message()),
                        clock.instant(),
                        job));
    }

    /**
     * Claims a task, and tells that it was started: one that sums a job up before all others, then one of the job that has the least work
     * under way, so that no job waits until a larger one is done. Workers that claim at the same moment do so one after the other.
     *
     * @param worker who claims
     * @param device where it will run
     * @param duration how long the lease lasts unless it is renewed
     */
    public Optional<Lease> claim(String worker, String device, Duration duration) {
        Instant now = clock.instant();
        Instant until = now.plus(duration);
        return ledger.transaction("claim a task", connection -> {
                    turn.await(connection);
                    List<Claim> claimed = query(connection, CLAIM, this::claimOf, worker, until, now);
                    for (Claim claim : claimed) {
                        outbox.tell(connection, new JobEvent.Started(claim.origin(now), device));
                    }
                    return claimed.stream().findFirst();
                })
                .map(claim -> new Lease(claim, this, clock, until));
    }

    /** Tells {@code messages} (job events and metrics) if the claim is held. */
    public void tell(Claim claim, List<?> messages) throws StaleClaimException {
        changeHeld(claim, "CLAIMED", messages);
    }

    /** Ends the claimed task and tells {@code messages}, among them what became of it. */
    public void finish(Claim claim, List<?> messages) throws StaleClaimException {
        changeHeld(claim, "DONE", messages);
    }

    /**
     * Gives the claimed task back unfinished, and tells {@code messages} about it; the gateway decides whether and when
     * it is sent again.
     */
    public void release(Claim claim, List<?> messages) throws StaleClaimException {
        changeHeld(claim, "RELEASED", messages);
    }

    /** Ends the claimed task of a cancelled job. */
    public void stopCancelled(Claim claim) throws StaleClaimException {
        changeHeld(claim, "CANCELLED", List.of());
    }

    /**
     * Gives back the tasks whose leases ran out, whoever held them; those of cancelled jobs end.
     *
     * @return the claims that were lost
     */
    public List<Claim> sweep() {
        Instant now = clock.instant();
        return ledger.transaction("sweep expired leases", connection -> {
            List<Claim> expired = query(connection, EXPIRED, this::claimOf, now);
            for (Claim claim : expired) {
                boolean cancelled =
                        cancellations.isCancelled(connection, claim.task().job());
                List<JobEvent> events = cancelled
                        ? List.of()
                        : List.of(new JobEvent.Released(claim.origin(now), ReleaseCause.LEASE_EXPIRED));
                change(connection, claim, cancelled ? "CANCELLED" : "RELEASED", events);
            }
            return expired;
        });
    }

    boolean renew(Claim claim, Instant until) {
        return ledger.transaction(
                "renew the lease on " + claim,
                connection -> update(
                                connection,
                                "UPDATE assignment SET lease_until = ?" + HELD,
                                until,
                                claim.task().job().value(),
                                claim.task().number(),
                                claim.token())
                        == 1);
    }

    private void changeHeld(Claim claim, String state, List<?> messages) throws StaleClaimException {
        boolean held =
                ledger.transaction("write for " + claim, connection -> change(connection, claim, state, messages));
        if (!held) {
            throw new StaleClaimException(claim);
        }
    }

    private boolean change(Connection connection, Claim claim, String state, List<?> messages) throws SQLException {
        JobId job = claim.task().job();
        String change = state.equals("CLAIMED") ? "state = ?" : "state = ?, owner = NULL, lease_until = NULL";
        int changed = update(
                connection,
                "UPDATE assignment SET " + change + HELD,
                state,
                job.value(),
                claim.task().number(),
                claim.token());
        if (changed == 0) {
            return false;
        }
        for (Object message : messages) {
            outbox.tell(connection, message);
        }
        cancellations.confirm(connection, job, claim.worker());
        return true;
    }

    private Claim claimOf(ResultSet row) throws SQLException {
        String team = row.getString(5);
        return new Claim(
                new Task(new JobId(row.getObject(1, UUID.class)), row.getInt(2)),
                row.getLong(3),
                row.getString(4),
                kind,
                team == null ? null : new TeamId(team),
                row.getString(6),
                row.getBytes(7));
    }
}
