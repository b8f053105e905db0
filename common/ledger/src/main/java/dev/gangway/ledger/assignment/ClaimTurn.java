package dev.gangway.ledger.assignment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;

/**
 * Whose turn it is to claim: one worker after the other, so that each sees what the one before has claimed. Workers that chose at the same
 * moment would each find the same job with the least work under way.
 *
 * <p>The order is worth a short wait and no more: a process that was stopped in the middle of its claim holds its turn for as long as its
 * connection lives, and the others then claim without one.
 */
final class ClaimTurn {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Duration patience;

    ClaimTurn(Duration patience) {
        this.patience = patience;
    }

    /** Waits for the turn, which lasts until the transaction ends. */
    void await(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + patience.toMillis());
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('claim'), hashtext(current_schema()))");
            statement.execute("SET LOCAL lock_timeout TO DEFAULT");
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
        }
    }
}
