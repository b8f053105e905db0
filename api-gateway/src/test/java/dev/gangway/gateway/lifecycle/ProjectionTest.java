package dev.gangway.gateway.lifecycle;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ProjectionTest {

    private final GatewayApi gateway;
    private Broker broker;

    ProjectionTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void aTrainingJobRunsToItsEnd() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        worker.trains(0, 10, 30);
        CheckpointId checkpoint = worker.writes(0, StageKind.VAE, 30, true);
        worker.endsStage(0, StageKind.VAE, 30).succeeds("result");

        JsonPath job = gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        assertThat(job.getString("progress.kind")).isEqualTo("training");
        assertThat(job.getInt("progress.step")).isEqualTo(10);
        assertThat(job.getString("stages[0].reason")).isEqualTo("updates");
        assertThat(job.getString("result.key")).isEqualTo(worker.checkpoint());
        assertThat(job.getList("history.to")).containsExactly("QUEUED", "ADMITTED", "RUNNING", "SUCCEEDED");
        assertThat(job.getList("history.actor")).containsExactly("default", "admission", "worker-1", "worker-1");
        assertThat(job.getString("startedAt")).isNotNull();
        assertThat(job.getString("endedAt")).isNotNull();
        given().get("/v1/checkpoints?job=" + worker.job())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(checkpoint.toString()))
                .body("items[0].stageEnd", equalTo(true));
        given().urlEncodingEnabled(false)
                .get("/v1/checkpoints/" + checkpoint)
                .then()
                .statusCode(200)
                .body("kind", equalTo("vae"));
    }

    @Test
    void aJobThatComesFurtherIsUpdated() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        Instant started = Instant.parse(gateway.show(worker.job()).getString("updatedAt"));
        assertThat(updatedAfter(worker.trains(0, 10, 30), 10)).isAfter(started);
        Instant once = updatedAfter(worker, 10);
        assertThat(updatedAfter(worker.trains(0, 20, 30), 20)).isAfter(once);
    }

    @Test
    void eventsOfAnOlderClaimAreDropped() {
        Worker late = gateway.aRunningTrainingJob(broker, 1);
        late.releases(ReleaseCause.SHUTDOWN);
        Worker present = new Worker(broker, late.job(), 0, 2);
        broker.await(Topics.TRAINING_JOBS, late.job(), TrainingJob.class, 2);
        present.starts();
        late.trains(0, 29, 30).fails("broken", Cause.JOB).succeeds("wrong");
        present.trains(0, 3, 30).succeeds("right");

        JsonPath job = gateway.awaitState(late.job(), JobState.SUCCEEDED);
        assertThat(job.getString("result.key")).isEqualTo(present.checkpoint());
        assertThat(job.getInt("progress.step")).isEqualTo(3);
    }

    @Test
    void aReleasedJobIsSentAgainAndNoAttemptCounts() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        worker.releases(ReleaseCause.SHUTDOWN).releases(ReleaseCause.SHUTDOWN);
        assertThat(broker.await(Topics.TRAINING_JOBS, worker.job(), TrainingJob.class, 2))
                .extracting(TrainingJob::attempt)
                .containsExactly(1, 2);
        JsonPath job = gateway.awaitState(worker.job(), JobState.ADMITTED);
        assertThat(job.getInt("failures")).isZero();
        assertThat(job.getInt("attempts")).isEqualTo(2);
        assertThat(job.getList("history.cause"))
                .containsExactly("submitted", "admitted", "claimed", "worker-shutdown", "admitted");
    }

    @Test
    void aJobThatFailsForItsOwnReasonIsNotTriedAgain() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        worker.fails("diverged", Cause.JOB);
        JsonPath job = gateway.awaitState(worker.job(), JobState.FAILED);
        assertThat(job.getString("failure.code")).isEqualTo("diverged");
        assertThat(broker.count(Topics.TRAINING_JOBS, worker.job())).isEqualTo(1);
    }

    @Test
    void aJobWhoseMachinesKeepFailingIsGivenUpInTheEnd() {
        JobId id = gateway.aTrainingJob();
        for (int attempt = 1; attempt <= 5; attempt++) {
            broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, attempt);
            Worker worker = new Worker(broker, id, 0, attempt).starts();
            if (attempt % 2 == 0) {
                worker.releases(ReleaseCause.LEASE_EXPIRED);
            } else {
                worker.fails("disk-full", Cause.MACHINE);
            }
        }
        JsonPath job = gateway.awaitState(id, JobState.FAILED);
        assertThat(job.getInt("failures")).isEqualTo(4);
        assertThat(job.getString("failure.code")).isEqualTo("disk-full");
        assertThat(job.getString("failure.detail")).contains("5 attempts");
        assertThat(job.getString("history[-1].cause")).isEqualTo("attempts-exhausted");
    }

    @Test
    void anOutageUsesUpNoAttemptHoweverOftenItHappens() {
        JobId id = gateway.aTrainingJob();
        for (int attempt = 1; attempt <= 7; attempt++) {
            broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, attempt);
            Worker worker = new Worker(broker, id, 0, attempt).starts();
            if (attempt % 2 == 0) {
                worker.releases(ReleaseCause.OUTAGE);
            } else {
                worker.fails("store-unavailable", Cause.OUTAGE);
            }
        }
        broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, 8);
        new Worker(broker, id, 0, 8).starts().succeeds("result");
        JsonPath job = gateway.awaitState(id, JobState.SUCCEEDED);
        assertThat(job.getInt("failures")).isZero();
        assertThat(job.getList("history.cause")).contains("outage").doesNotContain("machine-failed");
    }

    @Test
    void failuresBeforeTheLatestCheckpointDoNotCount() {
        JobId id = gateway.aTrainingJob();
        for (int attempt = 1; attempt <= 6; attempt++) {
            broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, attempt);
            Worker worker = new Worker(broker, id, 0, attempt).starts();
            worker.writes(0, StageKind.VAE, attempt, false);
            worker.releases(ReleaseCause.LEASE_EXPIRED);
        }
        broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, 7);
        assertThat(gateway.awaitState(id, JobState.ADMITTED).getInt("failures")).isEqualTo(1);
    }

    @Test
    void aPreemptedJobIsQueuedForAsLongAsWasAskedFor() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        JsonPath answer = json("").post("/v1/training-jobs/" + worker.job() + "/preempt?delay=3600")
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .extract()
                .jsonPath();
        assertThat(Instant.parse(answer.getString("notBefore")))
                .isAfterOrEqualTo(Instant.parse(answer.getString("createdAt")).plusSeconds(3600));
        JobCommand command = broker.await(Topics.JOB_COMMANDS, worker.job(), JobCommand.class, 1)
                .get(0);
        assertThat(command.wish()).isEqualTo(JobCommand.Wish.PREEMPT);
        assertThat(command.token()).isEqualTo(1);
        worker.releases(ReleaseCause.PREEMPTED);

        JsonPath job = gateway.awaitState(worker.job(), JobState.QUEUED);
        assertThat(job.getString("history[-1].cause")).isEqualTo("preempted");
        assertThat(job.getInt("failures")).isZero();
        json("").post("/v1/training-jobs/" + worker.job() + "/preempt")
                .then()
                .statusCode(409)
                .body("code", equalTo("job-not-running"));
        json("").post("/v1/training-jobs/" + worker.job() + "/preempt?delay=-1")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
        cancel(worker.job()).statusCode(202).body("state", equalTo("CANCELLED"));
    }

    @Test
    void aRunningJobIsCancelledWhenItsWorkerConfirms() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        cancel(worker.job()).statusCode(202).body("state", equalTo("CANCELLING"));
        cancel(worker.job()).statusCode(202).body("state", equalTo("CANCELLING"));
        JobCommand command = broker.await(Topics.JOB_COMMANDS, worker.job(), JobCommand.class, 1)
                .get(0);
        assertThat(command.wish()).isEqualTo(JobCommand.Wish.CANCEL);
        worker.confirmsCancellation();
        gateway.awaitState(worker.job(), JobState.CANCELLED);
        cancel(worker.job()).statusCode(202).body("state", equalTo("CANCELLED"));
    }

    @Test
    void aJobThatSucceedsBeforeItsCancellationIsHeardHasSucceeded() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        cancel(worker.job()).statusCode(202);
        worker.succeeds("result");
        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        cancel(worker.job()).statusCode(409).body("code", equalTo("job-finished"));
    }

    @Test
    void aWorkerThatLetsGoOfACancelledJobEndsIt() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        cancel(worker.job()).statusCode(202);
        worker.releases(ReleaseCause.LEASE_EXPIRED);
        gateway.awaitState(worker.job(), JobState.CANCELLED);
    }

    @Test
    void aWorkerThatStartsACancelledJobIsToldAgain() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        cancel(worker.job()).statusCode(202);
        worker.confirmsCancellation();
        gateway.awaitState(worker.job(), JobState.CANCELLED);
        new Worker(broker, worker.job(), 0, 2).starts();
        assertThat(broker.await(Topics.JOB_COMMANDS, worker.job(), JobCommand.class, 2))
                .hasSize(2);
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndConsumptionGoesOn() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        String type = "dev.gangway.job-started.v1";
        broker.send(Topics.JOB_EVENTS, worker.job(), type, "not json".getBytes(UTF_8));
        worker.succeeds("result");
        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        var letter = broker.awaitRecords(
                        Topics.DEAD_LETTERS, put -> worker.job().toString().equals(put.key()), 1)
                .get(0);
        assertThat(MessageHeaders.text(letter.headers(), MessageHeaders.REASON_CODE))
                .isEqualTo("body-malformed");
        assertThat(new String(letter.value(), UTF_8)).isEqualTo("not json");
    }

    @Test
    void whatACompletionWorkerSaysOfATrainingJobIsNotBelieved() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        Origin stranger =
                new Origin(worker.job(), 0, 1, "completion-1", Instant.EPOCH, JobKind.COMPLETION, TeamId.DEFAULT);
        broker.send(
                Topics.JOB_EVENTS,
                worker.job(),
                new JobEvent.Failed(stranger, new JobFailure("checkpoint-missing", "it is not there", Cause.JOB)));
        broker.send(Topics.JOB_EVENTS, worker.job(), new JobEvent.TaskFinished(stranger, 0, 0, "key"));
        json("").post("/v1/training-jobs/" + worker.job() + "/cancel").then().statusCode(202);
        broker.send(Topics.JOB_EVENTS, worker.job(), new JobEvent.Cancelled(stranger));
        worker.succeeds("result");

        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        assertThat(codesOfDeadLetters(worker, 3)).containsOnly("claim-mismatch");
    }

    @Test
    void aClaimThatNobodyCanHaveGotIsNotBelieved() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        new Worker(broker, worker.job(), 0, 1L << 60).starts();
        worker.succeeds("result");

        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        assertThat(codesOfDeadLetters(worker, 1)).containsOnly("claim-mismatch");
    }

    @Test
    void aTypeWithoutAValueStopsNothing() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        for (String topic : List.of(Topics.JOB_EVENTS, Topics.METRICS, Topics.JOB_COMMANDS)) {
            broker.send(
                    topic, worker.job(), new RecordHeaders().add(MessageCodec.TYPE_HEADER, null), "{}".getBytes(UTF_8));
        }
        worker.measures(0, 10).succeeds("result");

        gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        String curves = "/v1/training-jobs/" + worker.job() + "/curves";
        await().untilAsserted(() -> given().get(curves).then().body("items.step", equalTo(List.of(10))));
        assertThat(codesOfDeadLetters(worker, 3)).containsOnly("type-missing");
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void curvesOfStagesAndUpdatesThatTheJobHasNotAreNotBelieved() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        worker.measures(9, 10).measures(0, 31).measures(0, 20);
        String curves = "/v1/training-jobs/" + worker.job() + "/curves";
        await().untilAsserted(() -> given().get(curves).then().body("items.step", equalTo(List.of(20))));
        assertThat(codesOfDeadLetters(worker, 2)).containsOnly("claim-mismatch");
    }

    private List<String> codesOfDeadLetters(Worker worker, int count) {
        return broker
                .awaitRecords(
                        Topics.DEAD_LETTERS, put -> worker.job().toString().equals(put.key()), count)
                .stream()
                .map(letter -> MessageHeaders.text(letter.headers(), MessageHeaders.REASON_CODE))
                .toList();
    }

    @Test
    void pointsOfTrainingCurvesAreKeptInOrder() {
        Worker worker = gateway.aRunningTrainingJob(broker, 1);
        worker.measures(0, 20).measures(0, 10).measures(1, 5).measures(0, 10);
        String curves = "/v1/training-jobs/" + worker.job() + "/curves";
        await().untilAsserted(() -> given().get(curves).then().body("items.step", equalTo(List.of(10, 20, 5))));
        String next = given().get(curves + "?limit=2").path("next");
        given().get(curves + "?cursor=" + next)
                .then()
                .body("items.step", equalTo(List.of(5)))
                .body("items[0].values.kl", equalTo(0.5f));
    }

    private static ValidatableResponse cancel(JobId job) {
        return json("").post("/v1/training-jobs/" + job + "/cancel").then();
    }

    private Instant updatedAfter(Worker worker, int step) {
        await().untilAsserted(() -> assertThat(gateway.show(worker.job()).getString("progress.step"))
                .isEqualTo(String.valueOf(step)));
        return Instant.parse(gateway.show(worker.job()).getString("updatedAt"));
    }
}
