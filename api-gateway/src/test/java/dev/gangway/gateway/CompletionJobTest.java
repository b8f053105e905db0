package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Dataset;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CompletionJobTest {

    private final GatewayApi gateway;
    private final CompletedImageStore completions;
    private Broker broker;
    private String dataset;
    private CheckpointId checkpoint;

    CompletionJobTest(GatewayApi gateway, CompletedImageStore completions) {
        this.gateway = gateway;
        this.completions = completions;
    }

    @BeforeEach
    void trainModel() {
        broker = gateway.broker();
        dataset = gateway.aDataset();
        JobId training = gateway.submitted("training-jobs", GatewayApi.training(dataset));
        Worker trainer = gateway.claimed(broker, training, 1);
        trainer.writes(0, StageKind.VAE, 30, true);
        checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        trainer.succeeds("manifest");
        gateway.awaitState(training, JobState.SUCCEEDED);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void aJobIsCutIntoTasksWhoseResultsAreMergedOnce() {
        JobId id = gateway.submitted("completion-jobs", completion(70, "\"" + checkpoint + "\""));
        List<CompletionTask> tasks = broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 2);
        CompleteImages first = (CompleteImages) tasks.get(0);
        CompleteImages second = (CompleteImages) tasks.get(1);
        assertThat(List.of(first.images().from(), first.images().count())).containsExactly(10, 64);
        assertThat(List.of(second.images().from(), second.images().count())).containsExactly(74, 6);
        assertThat(first.settings().steps()).isEqualTo(3);
        assertThat(first.settings().lambda()).isEqualTo(0.1);
        assertThat(first.settings().blending()).isNull();
        assertThat(first.checkpoint().id()).isEqualTo(checkpoint);

        Worker one = gateway.claimed(broker, id, 1).completes(30, 64);
        new Worker(broker, id, 1, 1).starts().finishesTask(6, "second").finishesTask(6, "second");
        one.finishesTask(64, "first");
        MergeFigures merge = (MergeFigures) broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 3)
                .get(2);
        assertThat(merge.task()).isEqualTo(2);
        assertThat(merge.parts()).containsExactly(one.figures("first"), new Worker(broker, id, 1, 1).figures("second"));
        assertThat(merge.images().count()).isEqualTo(70);
        given().get("/v1/completion-jobs/" + id + "/results")
                .then()
                .statusCode(409)
                .body("code", equalTo("job-not-finished"));

        String key = completions.putResults(TeamId.DEFAULT, id, "{\"rows\":[]}".getBytes(UTF_8));
        new Worker(broker, id, 2, 1).starts().succeeds(key);
        JsonPath job = gateway.awaitState(id, JobState.SUCCEEDED);
        assertThat(job.getInt("progress.images")).isEqualTo(70);
        assertThat(job.getInt("progress.total")).isEqualTo(70);
        assertThat(job.getInt("tasks.done")).isEqualTo(3);
        assertThat(broker.count(Topics.COMPLETION_TASKS, id)).isEqualTo(3);
        given().get("/v1/completion-jobs/" + id + "/results")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("rows.size()", equalTo(0));
    }

    @Test
    void aJobOfFacesSaysSoToItsWorkersAndAnyOtherLeavesItOut() {
        String request = completion(5, endOfStage(1));
        JobId faces =
                gateway.submitted("completion-jobs", request.replace("{\"dataset\"", "{\"faces\": true, \"dataset\""));
        JobId others = gateway.submitted("completion-jobs", request);

        assertThat(broker.await(Topics.COMPLETION_TASKS, faces, CompletionTask.class, 1))
                .allMatch(CompletionTask::showFaces);
        assertThat(broker.await(Topics.COMPLETION_TASKS, others, CompletionTask.class, 1))
                .noneMatch(CompletionTask::showFaces);
        given().get("/v1/completion-jobs/" + faces).then().body("faces", equalTo(true));
        given().get("/v1/completion-jobs/" + others).then().body("faces", nullValue());
        new Worker(broker, faces, 0, 1).starts().finishesTask(5, "only");
        assertThat(broker.await(Topics.COMPLETION_TASKS, faces, CompletionTask.class, 2))
                .allMatch(CompletionTask::showFaces);
    }

    @Test
    void everythingThatAnEndedJobLeftComesInOneArchive() throws IOException {
        JobId id = gateway.submitted("completion-jobs", completion(5, endOfStage(1)));
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        for (int image = 0; image < 150; image++) {
            completions.putImage(
                    TeamId.DEFAULT, id, image, new PixelImage(1, 2, new byte[] {1, 2, 3, 4, 5, (byte) image}));
        }
        completions.putReport(TeamId.DEFAULT, id, "index.html", "<p>page</p>".getBytes(UTF_8), "text/html");
        completions.putReport(TeamId.DEFAULT, id, "grid.png", noise, "image/png");
        completions.putTaskObject(new TaskClaim(TeamId.DEFAULT, id, 0, 1), "figures.json", new byte[3], "any/thing");
        String archive = "/v1/completion-jobs/" + id + "/archive";
        given().get(archive).then().statusCode(409).body("code", equalTo("job-not-finished"));
        String key = completions.putResults(TeamId.DEFAULT, id, "{}".getBytes(UTF_8));
        gateway.claimed(broker, id, 1).finishesTask(5, "only");
        broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 2);
        new Worker(broker, id, 1, 1).starts().succeeds(key);
        gateway.awaitState(id, JobState.SUCCEEDED);

        Map<String, byte[]> files = unpacked(given().get(archive)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("completion-" + id + ".zip"))
                .extract()
                .asByteArray());

        assertThat(files).hasSize(153).containsKeys("images/000000.png", "images/000149.png", "report/index.html");
        assertThat(files.get("report/grid.png")).isEqualTo(noise);
        assertThat(files.get("results.json")).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void aReportIsAPageThatMayShowItsOwnImagesAndNothingElse() {
        JobId id = gateway.submitted("completion-jobs", completion(5, endOfStage(1)));
        String report = "/v1/completion-jobs/" + id + "/report";
        given().get(report).then().statusCode(404).body("code", equalTo("unknown-report-file"));
        completions.putReport(TeamId.DEFAULT, id, "index.html", "<p>page</p>".getBytes(UTF_8), "text/html");
        completions.putReport(TeamId.DEFAULT, id, "results.csv", "image".getBytes(UTF_8), "text/csv");

        given().get(report)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        given().get(report + "/results.csv").then().statusCode(200).contentType("text/csv");
        given().get(report + "/figures.json").then().statusCode(404).body("code", equalTo("unknown-report-file"));
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void aCompletedImageIsHandedOutAsPng() {
        JobId id = gateway.submitted("completion-jobs", completion(5, endOfStage(1)));
        completions.putImage(TeamId.DEFAULT, id, 12, new PixelImage(1, 1, new byte[] {1, 2, 3}));
        byte[] png = given().get("/v1/completion-jobs/" + id + "/images/12")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        for (String missing : List.of("11", "9", "15")) {
            given().get("/v1/completion-jobs/" + id + "/images/" + missing)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unknown-image"));
        }
    }

    @Test
    void aTaskThatWasLostIsSentAgainAloneAndTheJobGoesOn() {
        JobId id = gateway.submitted("completion-jobs", completion(70, endOfStage(1)));
        broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 2);
        gateway.claimed(broker, id, 1).releases(ReleaseCause.LEASE_EXPIRED);
        CompletionTask again = broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 3)
                .get(2);
        assertThat(again.task()).isZero();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(gateway.show(id).getString("state")).isEqualTo("RUNNING");
        assertThat(gateway.show(id).getInt("failures")).isEqualTo(1);
    }

    @Test
    void aTaskThatFailsForTheJobsReasonStopsItsSiblings() {
        JobId id = gateway.submitted("completion-jobs", completion(70, endOfStage(1)));
        gateway.claimed(broker, id, 1).fails("checkpoint-corrupt", Cause.JOB);
        gateway.awaitState(id, JobState.FAILED);
        assertThat(broker.await(Topics.JOB_COMMANDS, id, JobCommand.class, 1)).hasSize(1);
    }

    @Test
    void whatAJobFoundOutBeforeItFailedCanBeRead() {
        JobId id = gateway.submitted("completion-jobs", completion(5, endOfStage(1)));
        gateway.claimed(broker, id, 1).finishesTask(0, 5, "part");
        broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 2);
        String results = completions.putResults(TeamId.DEFAULT, id, "{\"refused\": 5}".getBytes(UTF_8));
        new Worker(broker, id, 1, 1).starts().failsLeaving("no-picture-completed", results);
        gateway.awaitState(id, JobState.FAILED);

        assertThat(gateway.show(id).getString("failure.code")).isEqualTo("no-picture-completed");
        assertThat(gateway.show(id).getString("result.key")).isEqualTo(results);
        given().get("/v1/completion-jobs/" + id + "/results")
                .then()
                .statusCode(200)
                .body("refused", equalTo(5));
    }

    @Test
    void aCancelledJobIsCancelledWhenItsLastWorkerLetsGo() {
        JobId id = gateway.submitted("completion-jobs", completion(70, endOfStage(1)));
        Worker one = gateway.claimed(broker, id, 1);
        Worker two = new Worker(broker, id, 1, 1).starts();
        await().untilAsserted(() ->
                assertThat(gateway.show(id).getInt("tasks.running")).isEqualTo(2));
        json("").post("/v1/completion-jobs/" + id + "/cancel").then().statusCode(202);
        one.finishesTask(64, "first");
        await().untilAsserted(
                        () -> assertThat(gateway.show(id).getInt("tasks.done")).isEqualTo(1));
        assertThat(gateway.show(id).getString("state")).isEqualTo("CANCELLING");
        two.releases(ReleaseCause.SHUTDOWN);
        gateway.awaitState(id, JobState.CANCELLED);
    }

    @Test
    void aJobSaysHowFarItIsAndHowLongItWillTake() {
        JobId id = gateway.submitted("completion-jobs", completion(70, endOfStage(1)));
        Worker one = gateway.claimed(broker, id, 1);
        one.searches(0, 64, 32.0);
        await().untilAsserted(() ->
                assertThat(gateway.show(id).getString("progress.secondsLeft")).isNotNull());
        assertThat(gateway.show(id).getDouble("progress.secondsLeft")).isPositive();
        one.completes(16, 64);
        await().untilAsserted(() ->
                assertThat(gateway.show(id).getInt("progress.images")).isEqualTo(16));
        assertThat(gateway.show(id).getString("progress.underWay")).isNull();
        assertThat(gateway.show(id).getString("waiting")).isNull();
        json("").post("/v1/completion-jobs/" + id + "/cancel").then().statusCode(202);
        one.confirmsCancellation();
        JsonPath ended = gateway.awaitState(id, JobState.CANCELLED);
        assertThat(ended.getInt("tasks.running")).isZero();
        assertThat(ended.getInt("tasks.done")).isZero();
    }

    @Test
    void ofALargeJobOnlySomeTasksLieBeforeTheWorkersAndTheNextFollowsWhenOneIsClaimed() {
        dataset = gateway.aDataset(32, new Dataset.Images(500, 100, 3_000));
        JobId id = gateway.submitted("completion-jobs", completion(40 * 64, endOfStage(1)));
        broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 32);
        gateway.claimed(broker, id, 1);
        assertThat(broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 33))
                .extracting(CompletionTask::task)
                .containsExactlyElementsOf(IntStream.range(0, 33).boxed().toList());
        assertThat(broker.count(Topics.COMPLETION_TASKS, id)).isEqualTo(33);
    }

    @Test
    void aJobSaysWhyItWaits() {
        JobId id = gateway.submitted("completion-jobs", completion(5, endOfStage(1)));
        JsonPath admitted = gateway.awaitState(id, JobState.ADMITTED);
        assertThat(admitted.getString("waiting.reason")).isIn("no-worker", "busy-workers");
        assertThat(admitted.getString("waiting.text")).contains("worker");
        gateway.claimed(broker, id, 1).fails("disk-full", Cause.MACHINE);
        await().untilAsserted(() ->
                assertThat(gateway.show(id).getString("waiting.reason")).isNotNull());
    }

    @Test
    void aStageWithoutACriticCompletesByWhatIsVisibleAlone() {
        String request = completion(5, endOfStage(0));
        gateway.submit("completion-jobs", request.replace("{\"steps\": 3}", "{\"lambda\": 0.1}"))
                .statusCode(422)
                .body("code", equalTo("checkpoint-without-critic"))
                .body("errors[0].field", equalTo("settings.lambda"));

        JobId id = gateway.submitted("completion-jobs", request);

        CompleteImages task = (CompleteImages) broker.await(Topics.COMPLETION_TASKS, id, CompletionTask.class, 1)
                .get(0);
        assertThat(task.settings().lambda()).isZero();
        assertThat(task.checkpoint().id().stage()).isZero();
    }

    @Test
    void imagesBeyondTheSplitAreRefused() {
        gateway.submit("completion-jobs", completion(91, endOfStage(1)))
                .statusCode(422)
                .body("code", equalTo("images-out-of-range"));
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        String body = completion(5, endOfStage(1)).replace("\"steps\": 3", "\"steps\": 0");
        gateway.submit("completion-jobs", body)
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("settings.steps"));
    }

    @Test
    void aMaskOrAnOptionThatDoesNotFitIsRefusedWithItsPlace() {
        String body = completion(5, endOfStage(1));
        gateway.submit("completion-jobs", body.replace("\"percent\": 25", "\"percent\": 25, \"blocks\": 2"))
                .statusCode(422)
                .body("errors[0].field", equalTo("mask.blocks"))
                .body("errors[0].message", equalTo("belongs to a random-blocks mask only"));
        gateway.submit("completion-jobs", body.replace("\"steps\": 3", "\"stop\": {\"window\": 5, \"minimum\": 0}"))
                .statusCode(422)
                .body("errors[0].field", equalTo("settings.stop.tolerance"));
        gateway.submit("completion-jobs", body.replace("\"steps\": 3", "\"optimiser\": \"adam\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("settings.optimiser"));
    }

    private String endOfStage(int stage) {
        return "{\"trainingJob\": \"" + checkpoint.job() + "\", \"stage\": " + stage + "}";
    }

    private String completion(int images, String choice) {
        return "{\"dataset\": \"" + dataset + "\", \"from\": 10, \"images\": " + images + ", \"checkpoint\": " + choice
                + ", \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}, \"settings\": {\"steps\": 3}}";
    }
}
