package dev.gangway.ledger.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.ledger.TrainerSchema;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.testing.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Workers that claim at the same moment. A claim is held up where it tells of itself, after it has chosen and before others can see it. */
class ClaimTurnIT {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration LEASE = Duration.ofDays(1);

    private final DataSource database = TrainerSchema.empty();
    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void twoWorkersThatClaimAtOnceTakeTasksOfTwoJobs() throws SQLException {
        Assignments assignments = assignments(Duration.ofMinutes(1));
        JobId first = aJobOf(assignments, 4);
        JobId second = aJobOf(assignments, 4);
        CompletableFuture<JobId> one;
        CompletableFuture<JobId> other;
        try (Connection holding = outboxHeld()) {
            one = claim(assignments, "one");
            awaitWaiting(1);
            other = claim(assignments, "other");
            awaitWaiting(2);
            holding.commit();
        }
        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aWorkerThatStandsStillInItsClaimHoldsNobodyUp() throws SQLException {
        Assignments stopped = assignments(Duration.ofMinutes(1));
        JobId job = aJobOf(stopped, 2);
        try (Connection turn = database.getConnection()) {
            turn.setAutoCommit(false);
            new ClaimTurn(Duration.ofMinutes(1)).await(turn);

            CompletableFuture<JobId> waiting = claim(assignments(Duration.ofMillis(50)), "one");

            assertThat(waiting.join()).isEqualTo(job);
        }
    }

    private Assignments assignments(Duration patience) {
        return new Assignments(database, new Outbox(database, clock), clock, JobKind.TRAINING, patience);
    }

    private JobId aJobOf(Assignments assignments, int tasks) {
        JobId job = JobId.random();
        JobCommand message = new JobCommand(job, JobKind.TRAINING, JobCommand.Wish.CANCEL, null, NOW);
        for (int number = 0; number < tasks; number++) {
            assignments.accept(new Received(new Task(job, number), 1, TeamId.DEFAULT, false, message));
        }
        clock.advance(Duration.ofMinutes(1));
        return job;
    }

    private static CompletableFuture<JobId> claim(Assignments assignments, String worker) {
        return CompletableFuture.supplyAsync(() -> assignments
                .claim(worker, "cpu", LEASE)
                .orElseThrow()
                .claim()
                .task()
                .job());
    }

    private Connection outboxHeld() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE outbox IN EXCLUSIVE MODE");
        }
        return connection;
    }

    private void awaitWaiting(int sessions) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(waiting()).isEqualTo(sessions));
    }

    private int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE usename = current_user AND cardinality(pg_blocking_pids(pid)) > 0")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
