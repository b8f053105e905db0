package dev.gangway.ledger.assignment;

import static dev.gangway.ledger.assignment.Ledger.update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * Keeps the ledger from growing with all that was ever done.
 *
 * <p>A row is dropped when nothing can come that it would have to answer: all tasks of its job are done or cancelled, and
 * were received longer ago than any topic keeps a record. A record that was delivered again after its row had gone would be
 * taken for a new task, under a token that others have seen before. A task that was given back may be sent again at any
 * time, and its next token has to be greater than its last: its row stays, as do those of its job, without their messages.
 */
public final class Trimming {

    /**
     * How long rows are kept. Dead letters, which can be sent to their topics again, are kept for 30 days, and a broker
     * drops records segment by segment, each of which may grow for a week.
     */
    public static final Duration KEEP = Duration.ofDays(45);

    private static final int PORTION = 1_000;

    private static final String DROP_TASKS = """
            DELETE FROM assignment WHERE (job, task) IN (SELECT job, task FROM assignment AS ended
                WHERE state IN ('DONE', 'CANCELLED') AND received_at < ? AND NOT EXISTS (
                    SELECT FROM assignment AS other WHERE other.job = ended.job
                        AND (other.state NOT IN ('DONE', 'CANCELLED') OR other.received_at >= ?))
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String DROP_MESSAGES = """
            UPDATE assignment SET body = '' WHERE (job, task) IN (SELECT job, task FROM assignment
                WHERE state IN ('DONE', 'CANCELLED', 'RELEASED') AND received_at < ? AND body <> ''
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String DROP_CANCELLATIONS = """
            DELETE FROM cancelled_job WHERE job IN (SELECT job FROM cancelled_job AS wish
                WHERE confirmed AND wished_at < ?
                    AND NOT EXISTS (SELECT FROM assignment WHERE assignment.job = wish.job)
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Ledger ledger;
    private final InstantSource clock;

    /** Trims the tables {@code assignment} and {@code cancelled_job} of {@code database}. */
    public Trimming(DataSource database, InstantSource clock) {
        this.ledger = new Ledger(database);
        this.clock = clock;
    }

    /**
     * What was trimmed.
     *
     * @param tasks how many tasks were dropped
     * @param messages how many tasks lost their message
     * @param cancellations how many cancellations were dropped
     */
    public record Trimmed(int tasks, int messages, int cancellations) {}

    /** Trims what is older than {@link #KEEP}, in portions that hold nobody up; several workers may do so at once. */
    public Trimmed trim() {
        Instant oldest = clock.instant().minus(KEEP);
        int tasks = inPortions("trim tasks", DROP_TASKS, oldest, oldest, PORTION);
        int messages = inPortions("trim messages", DROP_MESSAGES, oldest, PORTION);
        return new Trimmed(tasks, messages, inPortions("trim cancellations", DROP_CANCELLATIONS, oldest, PORTION));
    }

    private int inPortions(String what, String sql, Object... parameters) {
        int all = 0;
        int trimmed;
        do {
            trimmed = ledger.transaction(what, connection -> update(connection, sql, parameters));
            all += trimmed;
        } while (trimmed == PORTION);
        return all;
    }
}
