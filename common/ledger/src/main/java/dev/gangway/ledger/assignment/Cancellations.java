package dev.gangway.ledger.assignment;

import static dev.gangway.ledger.assignment.Ledger.query;
import static dev.gangway.ledger.assignment.Ledger.update;

import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.ledger.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** The jobs that somebody cancelled, each confirmed when no worker holds a task of it any more. */
public final class Cancellations {

    /** Who confirms what no worker held. */
    private static final String NOBODY = "workers";

    private final Ledger ledger;
    private final WorkerOutbox outbox;
    private final InstantSource clock;
    private final JobKind kind;

    /** The cancellations of jobs of one kind in the table {@code cancelled_job} of {@code database}, confirmed through {@code outbox}. */
    public Cancellations(DataSource database, Outbox outbox, InstantSource clock, JobKind kind) {
        this.kind = kind;
        this.ledger = new Ledger(database);
        this.outbox = new WorkerOutbox(outbox);
        this.clock = clock;
    }

    /**
     * Notes that a job is cancelled: its waiting tasks never start, and a task of it that arrives later is ignored. The
     * cancellation is confirmed at once if no worker holds a task of it, otherwise by the last worker that stops.
     */
    public void cancel(JobId job) {
        ledger.transaction("cancel job " + job, connection -> {
            update(
                    connection,
                    "INSERT INTO cancelled_job (job, wished_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    job.value(),
                    clock.instant());
            update(
                    connection,
                    "UPDATE assignment SET state = 'CANCELLED' WHERE job = ? AND state IN ('WAITING', 'RELEASED')",
                    job.value());
            confirm(connection, job, NOBODY);
            return job;
        });
    }

    /** Whether somebody cancelled the job. */
    public boolean isCancelled(JobId job) {
        return ledger.transaction("look up job " + job, connection -> isCancelled(connection, job));
    }

    boolean isCancelled(Connection connection, JobId job) throws SQLException {
        return !query(connection, "SELECT 1 FROM cancelled_job WHERE job = ?", row -> row.getInt(1), job.value())
                .isEmpty();
    }

    /** Tells that {@code worker} let go of the job last, if its end was wished, was not told before, and no worker holds a task of it. */
    void confirm(Connection connection, JobId job, String worker) throws SQLException {
        // The row's lock lets only one of two tasks that stop at the same time see itself as the last.
        List<Boolean> confirmed = query(
                connection,
                "SELECT confirmed FROM cancelled_job WHERE job = ? FOR UPDATE",
                row -> row.getBoolean(1),
                job.value());
        if (confirmed.equals(List.of(false)) && !anyHeld(connection, job)) {
            update(connection, "UPDATE cancelled_job SET confirmed = true WHERE job = ?", job.value());
            long token = highestToken(connection, job);
            Origin origin = new Origin(job, 0, token, worker, clock.instant(), kind, null);
            outbox.tell(connection, new JobEvent.Cancelled(origin));
        }
    }

    private static boolean anyHeld(Connection connection, JobId job) throws SQLException {
        return !query(
                        connection,
                        "SELECT 1 FROM assignment WHERE job = ? AND state = 'CLAIMED'",
                        row -> row.getInt(1),
                        job.value())
                .isEmpty();
    }

    private static long highestToken(Connection connection, JobId job) throws SQLException {
        return query(
                        connection,
                        "SELECT coalesce(max(token), 0) FROM assignment WHERE job = ?",
                        row -> row.getLong(1),
                        job.value())
                .get(0);
    }
}
