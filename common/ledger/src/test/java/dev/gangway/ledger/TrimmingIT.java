package dev.gangway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Received;
import dev.gangway.ledger.assignment.StaleClaimException;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.assignment.Trimming;
import dev.gangway.ledger.assignment.Trimming.Trimmed;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.testing.SettableClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TrimmingIT {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONG = Trimming.KEEP.plusDays(1);
    private static final Trimmed NOTHING = new Trimmed(0, 0, 0);

    private final DataSource database = TrainerSchema.empty();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Outbox outbox = new Outbox(database, clock);
    private final Assignments assignments = new Assignments(database, outbox, clock, JobKind.TRAINING);
    private final Cancellations cancellations = new Cancellations(database, outbox, clock, JobKind.TRAINING);
    private final Trimming trimming = new Trimming(database, clock);
    private final JobId job = JobId.random();

    @Test
    void rowsAreKeptLongerThanAnyTopicKeepsARecordAndItsSegment() {
        Duration segment = Duration.ofDays(7);
        assertThat(Topics.all())
                .filteredOn(topic -> topic.retention() != null)
                .allSatisfy(topic -> assertThat(topic.retention().plus(segment)).isLessThan(Trimming.KEEP));
    }

    @Test
    void aJobThatIsDoneIsDroppedWhenNoRecordOfItCanComeAnyMore() throws StaleClaimException {
        finished(0);
        finished(1);
        clock.advance(Trimming.KEEP);
        assertThat(trimming.trim()).isEqualTo(NOTHING);
        clock.advance(Duration.ofSeconds(1));
        assertThat(trimming.trim()).isEqualTo(new Trimmed(2, 0, 0));
        assertThat(rows()).isZero();
    }

    @Test
    void aRecordThatIsDeliveredAgainBeforeThatIsNotDoneAgain() throws StaleClaimException {
        finished(0);
        clock.advance(Duration.ofDays(37));
        trimming.trim();
        assignments.accept(new Received(new Task(job, 0), 1, TeamId.DEFAULT, false, message()));
        assertThat(assignments.claim("two", "cpu", LEASE)).isEmpty();
    }

    @Test
    void noTaskOfAJobIsDroppedWhileAnotherOneOfItIsWorkedOnOrCameLately() throws StaleClaimException {
        finished(0);
        assignments.accept(new Received(new Task(job, 1), 1, TeamId.DEFAULT, false, message()));
        Claim running = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        clock.advance(LONG);
        assertThat(trimming.trim().tasks()).isZero();
        assertThat(rows()).isEqualTo(2);

        assignments.accept(new Received(new Task(job, 2), 1, TeamId.DEFAULT, false, message()));
        assignments.finish(running, List.of());
        finishedNext();
        assertThat(trimming.trim().tasks()).isZero();
        clock.advance(LONG);
        assertThat(trimming.trim().tasks()).isEqualTo(3);
    }

    @Test
    void aTaskThatWasGivenBackLosesItsMessageAndKeepsItsToken() throws StaleClaimException {
        assignments.accept(new Received(new Task(job, 0), 1, TeamId.DEFAULT, false, message()));
        Claim first = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        assignments.release(
                first, List.of(new JobEvent.Released(first.origin(clock.instant()), ReleaseCause.SHUTDOWN)));
        clock.advance(LONG);
        assertThat(trimming.trim()).isEqualTo(new Trimmed(0, 1, 0));
        assertThat(trimming.trim()).isEqualTo(NOTHING);

        assignments.accept(new Received(new Task(job, 0), 2, TeamId.DEFAULT, false, message()));
        Claim second = assignments.claim("two", "cpu", LEASE).orElseThrow().claim();
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(second.body()).isNotEmpty();
    }

    @Test
    void aWaitingTaskIsNeverTrimmedHoweverLongItWaits() {
        assignments.accept(new Received(new Task(job, 0), 1, TeamId.DEFAULT, false, message()));
        clock.advance(LONG);
        assertThat(trimming.trim()).isEqualTo(NOTHING);
        assertThat(assignments.claim("one", "cpu", LEASE).orElseThrow().claim().body())
                .isNotEmpty();
    }

    @Test
    void aCancellationIsKeptAsLongAsATaskOfItsJobCanCome() throws StaleClaimException {
        assignments.accept(new Received(new Task(job, 0), 1, TeamId.DEFAULT, false, message()));
        Claim held = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        cancellations.cancel(job);
        clock.advance(LONG);
        assertThat(trimming.trim()).isEqualTo(NOTHING);
        assignments.stopCancelled(held);
        assertThat(trimming.trim()).isEqualTo(new Trimmed(1, 0, 1));

        JobId lately = JobId.random();
        cancellations.cancel(lately);
        clock.advance(Duration.ofDays(37));
        assertThat(trimming.trim()).isEqualTo(NOTHING);
        assignments.accept(new Received(new Task(lately, 0), 1, TeamId.DEFAULT, false, message()));
        assertThat(assignments.claim("one", "cpu", LEASE)).isEmpty();
    }

    @Test
    void whatDoesNotFitInOnePortionIsTrimmedInSeveral() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO assignment (job, task, attempt, type, body, state, received_at)"
                                + " SELECT gen_random_uuid(), 0, 1, 'a', 'b', 'DONE', ? FROM generate_series(1, 2500)")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant().minus(LONG)));
            insert.executeUpdate();
        }
        assertThat(trimming.trim()).isEqualTo(new Trimmed(2_500, 0, 0));
    }

    private void finished(int number) throws StaleClaimException {
        assignments.accept(new Received(new Task(job, number), 1, TeamId.DEFAULT, false, message()));
        finishedNext();
    }

    private void finishedNext() throws StaleClaimException {
        assignments.finish(assignments.claim("one", "cpu", LEASE).orElseThrow().claim(), List.of());
    }

    private int rows() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM assignment")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ledger looks into no message. */
    private JobCommand message() {
        return JobCommand.cancel(job, JobKind.TRAINING, clock.instant());
    }
}
