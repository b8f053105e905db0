package dev.gangway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.message.UnreadableMessageException;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.ledger.assignment.Assignments;
import dev.gangway.ledger.assignment.Cancellations;
import dev.gangway.ledger.assignment.Claim;
import dev.gangway.ledger.assignment.Lease;
import dev.gangway.ledger.assignment.LedgerUnavailableException;
import dev.gangway.ledger.assignment.Received;
import dev.gangway.ledger.assignment.StaleClaimException;
import dev.gangway.ledger.assignment.Task;
import dev.gangway.ledger.broker.MessageHeaders;
import dev.gangway.ledger.outbox.Outbox;
import dev.gangway.ledger.outbox.OutboxRecord;
import dev.gangway.ledger.outbox.OutboxUnavailableException;
import dev.gangway.testing.GoldenMessages;
import dev.gangway.testing.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LedgerIT {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Task TASK = new Task(JobId.of("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11"), 0);

    private final DataSource database = TrainerSchema.empty();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Outbox outbox = new Outbox(database, clock);
    private final Assignments assignments = new Assignments(database, outbox, clock, JobKind.TRAINING);
    private final Cancellations cancellations = new Cancellations(database, outbox, clock, JobKind.TRAINING);

    @Test
    void aTaskIsClaimedOnceAndItsStartIsTold() throws UnreadableMessageException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));

        Lease lease = assignments.claim("one", "cpu", LEASE).orElseThrow();

        assertThat(assignments.claim("two", "cpu", LEASE)).isEmpty();
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.claim().message(TrainingJob.class)).isEqualTo(message(1));
        assertThat(events()).containsExactly(new JobEvent.Started(lease.claim().origin(clock.instant()), "cpu"));
    }

    @Test
    void aJobsOnlyTaskDoesNotQueueBehindTheRestOfALargerJob() throws StaleClaimException {
        JobId large = aJobOf(5);
        Lease first = claim();
        aMinuteGoesBy();
        JobId single = aJobOf(1);

        Lease second = claim();

        assertThat(first.claim().task()).isEqualTo(new Task(large, 0));
        assertThat(second.claim().task()).isEqualTo(new Task(single, 0));
    }

    @Test
    void aJobsOnlyTaskDoesNotQueueBehindLargerJobsThatNobodyHasBegun() {
        for (int job = 0; job < 5; job++) {
            aJobOf(4);
            aMinuteGoesBy();
        }
        JobId single = aJobOf(1);
        assertThat(claim().claim().task()).isEqualTo(new Task(single, 0));
    }

    @Test
    void theJobThatFewestWorkersAreAtIsServedNextAndThenTheOneServedLeastLately() throws StaleClaimException {
        JobId one = aJobOf(4);
        aMinuteGoesBy();
        JobId other = aJobOf(4);

        List<JobId> served = new ArrayList<>();
        for (int claim = 0; claim < 6; claim++) {
            Lease lease = claim();
            served.add(lease.claim().task().job());
            aMinuteGoesBy();
            if (claim >= 2) {
                assignments.finish(lease.claim(), List.of());
            }
        }

        assertThat(served).containsExactly(one, other, one, other, one, other);
    }

    @Test
    void whatSumsAJobUpGoesBeforeAllElse() {
        aJobOf(1);
        aMinuteGoesBy();
        Task merge = new Task(JobId.random(), 7);
        assignments.accept(new Received(merge, 1, TeamId.DEFAULT, true, message(1)));
        aMinuteGoesBy();
        assertThat(claim().claim().task()).isEqualTo(merge);
    }

    @Test
    void whatWasGivenBackWaitsInItsTurnAndNotBehindAllThatCameSince() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        assignments.release(claim().claim(), List.of());
        assignments.accept(new Received(TASK, 2, TeamId.DEFAULT, false, message(2)));
        aMinuteGoesBy();
        aJobOf(1);
        assertThat(claim().claim().task()).isEqualTo(TASK);
    }

    private JobId aJobOf(int tasks) {
        JobId job = JobId.random();
        for (int number = 0; number < tasks; number++) {
            assignments.accept(new Received(new Task(job, number), 1, TeamId.DEFAULT, false, message(1)));
        }
        return job;
    }

    private Lease claim() {
        return assignments.claim("one", "cpu", Duration.ofDays(1)).orElseThrow();
    }

    private void aMinuteGoesBy() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void manyWorkersThatClaimAtOnceGetATaskEach() throws Exception {
        for (int number = 0; number < 8; number++) {
            assignments.accept(new Received(new Task(TASK.job(), number), 1, TeamId.DEFAULT, false, message(1)));
        }
        List<Integer> claimed = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<Lease>>> claims = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                String name = "worker-" + worker;
                claims.add(workers.submit(() -> assignments.claim(name, "cpu", LEASE)));
            }
            for (Future<Optional<Lease>> claim : claims) {
                claimed.add(claim.get().orElseThrow().claim().task().number());
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(claimed).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aTaskReceivedTwiceIsDoneOnce() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Claim claim = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        assignments.finish(claim, List.of(new JobEvent.Succeeded(claim.origin(clock.instant()), "key")));
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));

        assertThat(assignments.claim("two", "cpu", LEASE)).isEmpty();
    }

    @Test
    void aLaterAttemptEndsTheClaimOfAWorkerThatWasTakenForVanishedAndCameBack() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Lease stale = assignments.claim("stale", "cpu", LEASE).orElseThrow();
        clock.advance(LEASE);
        stale.renew(LEASE);

        assignments.accept(new Received(TASK, 2, TeamId.DEFAULT, false, message(2)));
        stale.renew(LEASE);

        assertThat(stale.isLost()).isTrue();
        assertThatThrownBy(() -> assignments.finish(stale.claim(), List.of())).isInstanceOf(StaleClaimException.class);
        Claim next = assignments.claim("next", "cpu", LEASE).orElseThrow().claim();
        assertThat(next.token()).isGreaterThan(stale.claim().token());
        assignments.accept(new Received(TASK, 2, TeamId.DEFAULT, false, message(2)));
        assignments.finish(next, List.of(new JobEvent.Succeeded(next.origin(clock.instant()), "key")));
    }

    @Test
    void whatAStaleWorkerFinishedUnheardIsDoneAgain() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Claim stale = assignments.claim("stale", "cpu", LEASE).orElseThrow().claim();
        assignments.finish(stale, List.of(new JobEvent.Succeeded(stale.origin(clock.instant()), "unheard")));

        assignments.accept(new Received(TASK, 2, TeamId.DEFAULT, false, message(2)));

        assertThat(assignments.claim("next", "cpu", LEASE)).isPresent();
    }

    @Test
    void aReleasedTaskWaitsAgainOnlyWhenALaterAttemptIsSent() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Claim first = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        assignments.release(
                first, List.of(new JobEvent.Released(first.origin(clock.instant()), ReleaseCause.SHUTDOWN)));
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        assertThat(assignments.claim("two", "cpu", LEASE)).isEmpty();

        assignments.accept(new Received(TASK, 2, TeamId.DEFAULT, false, message(2)));
        assertThat(assignments.claim("two", "cpu", LEASE).orElseThrow().claim().token())
                .isGreaterThan(first.token());
    }

    @Test
    void aVanishedWorkersTaskIsGivenBackAndItWritesNothingMore() {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Lease lease = assignments.claim("one", "cpu", LEASE).orElseThrow();
        clock.advance(LEASE);

        assertThat(lease.isHeld()).isFalse();
        assertThat(assignments.sweep()).extracting(Claim::task).containsExactly(TASK);
        assertThat(events())
                .contains(new JobEvent.Released(lease.claim().origin(clock.instant()), ReleaseCause.LEASE_EXPIRED));
        assertThatThrownBy(() -> assignments.tell(lease.claim(), List.of())).isInstanceOf(StaleClaimException.class);
        lease.renew(LEASE);
        assertThat(lease.isLost()).isTrue();
    }

    @Test
    void anExpiredLeaseThatNobodyTookOverMayBeRenewed() {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        Lease lease = assignments.claim("one", "cpu", LEASE).orElseThrow();
        clock.advance(LEASE);
        lease.renew(LEASE);

        assertThat(lease.isHeld()).isTrue();
        assertThat(assignments.sweep()).isEmpty();
    }

    @Test
    void aJobThatIsCancelledWhileItWaitsNeverStarts() {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        cancellations.cancel(TASK.job());
        cancellations.cancel(TASK.job());

        assertThat(assignments.claim("one", "cpu", LEASE)).isEmpty();
        assertThat(events()).hasExactlyElementsOfTypes(JobEvent.Cancelled.class);
    }

    @Test
    void aJobThatIsCancelledBeforeItArrivesIsIgnoredWhenItArrives() {
        cancellations.cancel(TASK.job());
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));

        assertThat(assignments.claim("one", "cpu", LEASE)).isEmpty();
        assertThat(events()).hasExactlyElementsOfTypes(JobEvent.Cancelled.class);
    }

    @Test
    void aCancellationIsConfirmedByTheLastWorkerThatStops() throws StaleClaimException {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        assignments.accept(new Received(new Task(TASK.job(), 1), 1, TeamId.DEFAULT, false, message(1)));
        Claim first = assignments.claim("one", "cpu", LEASE).orElseThrow().claim();
        Claim second = assignments.claim("two", "cpu", LEASE).orElseThrow().claim();
        cancellations.cancel(TASK.job());
        assignments.stopCancelled(first);
        assertThat(events()).noneMatch(JobEvent.Cancelled.class::isInstance);

        assignments.finish(second, List.of());
        assertThat(events())
                .filteredOn(JobEvent.Cancelled.class::isInstance)
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.origin().worker()).isEqualTo("two"));
    }

    @Test
    void aVanishedWorkersTaskOfACancelledJobConfirmsTheCancellation() {
        assignments.accept(new Received(TASK, 1, TeamId.DEFAULT, false, message(1)));
        assertThat(assignments.claim("one", "cpu", LEASE)).isPresent();
        cancellations.cancel(TASK.job());
        clock.advance(LEASE);
        assignments.sweep();

        assertThat(events()).hasExactlyElementsOfTypes(JobEvent.Started.class, JobEvent.Cancelled.class);
    }

    @Test
    void whyTheDatabaseCannotBeUsedIsSaid() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/gangway");
        Assignments unreachable = new Assignments(nowhere, new Outbox(nowhere, clock), clock, JobKind.TRAINING);

        assertThatThrownBy(() -> unreachable.claim("one", "cpu", LEASE))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageStartingWith("cannot claim a task: Connection to 127.0.0.1:1 refused");
    }

    @Test
    void messagesAreSentInOrderAndOnce() {
        outbox.append("gangway.job-events", "key", started(1));
        outbox.append("gangway.job-events", "key", started(2));
        List<Long> sent = new ArrayList<>();

        assertThat(outbox.relay(outgoing -> sentTo(sent, outgoing), 10)).isEqualTo(2);
        assertThat(outbox.relay(outgoing -> sentTo(sent, outgoing), 10)).isZero();
        assertThat(sent).hasSize(2).isSorted();
    }

    @Test
    void messagesThatTheBrokerRefusesAreKept() {
        outbox.append("gangway.job-events", "key", started(1));

        assertThatThrownBy(() ->
                        outbox.relay(outgoing -> CompletableFuture.failedFuture(new IllegalStateException("away")), 10))
                .isInstanceOf(OutboxUnavailableException.class);
        assertThat(events()).hasSize(1);
    }

    @Test
    void aMessageThatTheBrokerWouldNeverTakeIsNotPromised() throws UnreadableMessageException {
        String type = "dev.gangway.merge-pictures.v1";
        MergePictures merge = MessageCodec.read(type, GoldenMessages.body(type), MergePictures.class);
        MergePictures large = new MergePictures(
                merge.job(),
                merge.team(),
                merge.task(),
                merge.attempt(),
                merge.pictures(),
                merge.checkpoint(),
                merge.mask(),
                merge.settings(),
                Collections.nCopies(Topics.bodyBytes(Topics.COMPLETION_TASKS) / 10, "0123456789"),
                merge.faces());

        assertThatThrownBy(() -> outbox.append(Topics.COMPLETION_TASKS, "key", large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "a message for gangway.completion-tasks about key has \\d+ bytes, more than the .*");
        assertThat(outbox.relay(outgoing -> CompletableFuture.completedFuture(null), 10))
                .isZero();
    }

    @Test
    void aMessageThatIsSentTwiceHasTheSameHeadersAndNoOtherHasItsId() {
        outbox.append("gangway.job-events", "key", started(1));
        outbox.append("gangway.job-events", "key", started(1));
        List<Headers> first = new ArrayList<>();
        List<Headers> again = new ArrayList<>();
        assertThatThrownBy(() -> outbox.relay(
                        outgoing -> {
                            first.add(MessageHeaders.of(outgoing, "/gangway/trainer"));
                            return CompletableFuture.failedFuture(new IllegalStateException("no acknowledgement"));
                        },
                        10))
                .isInstanceOf(OutboxUnavailableException.class);
        clock.advance(Duration.ofMinutes(1));

        outbox.relay(
                outgoing -> {
                    again.add(MessageHeaders.of(outgoing, "/gangway/trainer"));
                    return CompletableFuture.completedFuture(null);
                },
                10);

        assertThat(again).isEqualTo(first);
        assertThat(again)
                .extracting(headers -> MessageHeaders.text(headers, "ce_id"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(again)
                .extracting(headers -> MessageHeaders.text(headers, "ce_source"))
                .containsOnly("/gangway/trainer");
    }

    @Test
    void rowsOfAnEmptiedAndRecountedOutboxReuseNoId() throws SQLException {
        List<UUID> before = new ArrayList<>();
        List<UUID> after = new ArrayList<>();
        outbox.append("gangway.job-events", "key", started(1));
        outbox.relay(outgoing -> identityTo(before, outgoing), 10);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE outbox RESTART IDENTITY");
        }
        outbox.append("gangway.job-events", "key", started(1));
        outbox.relay(outgoing -> identityTo(after, outgoing), 10);

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void onlyOneProcessRelaysAtATime() throws ExecutionException, InterruptedException {
        outbox.append("gangway.job-events", "key", started(1));
        List<Long> sent = new ArrayList<>();

        int relayed = outbox.relay(
                outgoing -> {
                    assertThat(outbox.relay(other -> sentTo(sent, other), 10)).isZero();
                    return sentTo(sent, outgoing);
                },
                10);
        assertThat(relayed).isEqualTo(1);
        assertThat(sent).hasSize(1);
    }

    private JobEvent.Started started(int token) {
        return new JobEvent.Started(
                new Claim(TASK, token, "one", JobKind.TRAINING, TeamId.DEFAULT, "", new byte[0])
                        .origin(clock.instant()),
                "cpu");
    }

    private static CompletableFuture<Void> sentTo(List<Long> sent, OutboxRecord outgoing) {
        sent.add(outgoing.id());
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<Void> identityTo(List<UUID> sent, OutboxRecord outgoing) {
        sent.add(outgoing.identity());
        return CompletableFuture.completedFuture(null);
    }

    private List<JobEvent> events() {
        List<JobEvent> events = new ArrayList<>();
        outbox.relay(
                outgoing -> {
                    events.add(event(outgoing));
                    return CompletableFuture.completedFuture(null);
                },
                100);
        return events;
    }

    private static JobEvent event(OutboxRecord outgoing) {
        try {
            return MessageCodec.read(outgoing.type(), outgoing.body(), JobEvent.class);
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrainingJob message(int attempt) {
        return new TrainingJob(
                TASK.job(),
                TeamId.DEFAULT,
                attempt,
                "model",
                new DatasetReference(TeamId.DEFAULT, "images", 1),
                Recipes.named("rankgan-tiny"));
    }
}
