package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.event.JobEvent.ReleaseCause;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.persistence.JobRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CollectionTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final String TYPE = "application/octet-stream";

    private final GatewayApi gateway;
    private final ObjectStore store;
    private final JobRepository jobs;
    private final UploadStore uploads;
    private final CompletedImageStore completions;
    private Broker broker;

    CollectionTest(GatewayApi gateway, ObjectStore store, JobRepository jobs) {
        this.gateway = gateway;
        this.store = store;
        this.jobs = jobs;
        this.uploads = new UploadStore(store);
        this.completions = new CompletedImageStore(store);
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
    void whatAnOlderClaimBeganGoesAndWhatThePresentOneBeganStays() {
        Worker first = gateway.aRunningTrainingJob(broker, 1);
        String old = begun(first.job(), 1);
        String present = begun(first.job(), 2);
        RunRecordStore records = new RunRecordStore(store);
        CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", first.job());
        records.put(line, 1, "curves.json", BYTES);
        records.put(line, 2, "curves.json", BYTES);
        first.releases(ReleaseCause.LEASE_EXPIRED);
        gateway.claimed(broker, first.job(), 2);

        JsonPath dry = collect("?dryRun=true");
        assertThat(dry.getBoolean("dryRun")).isTrue();
        assertThat(dry.getInt("orphans.checkpoint-part.objects")).isPositive();
        assertThat(dry.getInt("orphans.hidden-record-file.bytes")).isPositive();
        assertThat(store.exists(old)).isTrue();
        collect("");

        assertThat(store.exists(old)).isFalse();
        assertThat(store.exists(present)).isTrue();
        assertThat(store.list("checkpoints/default/faces/" + first.job() + "/record/"))
                .singleElement()
                .satisfies(file -> assertThat(file.key()).endsWith("/2/curves.json"));
    }

    @Test
    void aCheckpointThatAnEndedJobBeganGoesAndItsWholeOnesStay() {
        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        String part = begun(trainer.job(), 1);
        String manifest = "checkpoints/default/faces/" + trainer.job() + "/stage-1/step-15/1/manifest.json";
        store.put(manifest, BYTES, TYPE);
        trainer.fails("nan", JobFailure.Cause.JOB);
        gateway.awaitState(trainer.job(), JobState.FAILED);

        collect("");

        assertThat(store.exists(part)).isFalse();
        assertThat(store.exists(manifest)).isTrue();
    }

    @Test
    void anUploadStaysWhileAJobReadsItAndGoesWhenNobodyDoes() {
        UUID unused = UUID.randomUUID();
        UUID used = UUID.randomUUID();
        uploads.put(TeamId.DEFAULT, unused, ObjectPath.parse("images/a.png"), BYTES);
        uploads.put(TeamId.DEFAULT, used, ObjectPath.parse("images/a.png"), BYTES);
        gateway.submitted("completion-jobs", ofUpload(used));

        collect("");

        assertThat(uploads.files(TeamId.DEFAULT, unused)).isEmpty();
        assertThat(uploads.files(TeamId.DEFAULT, used)).hasSize(1);
    }

    @Test
    void thousandsOfObjectsGoInPortions() {
        JobId nobody = JobId.random();
        IntStream.range(0, 2_100)
                .parallel()
                .forEach(task -> completions.putTaskObject(
                        new TaskClaim(TeamId.DEFAULT, nobody, task, 1), "figures.json", BYTES, TYPE));

        JsonPath collected = collect("");

        assertThat(collected.getInt("orphans.superseded-task-object.objects")).isGreaterThanOrEqualTo(2_100);
        assertThat(store.list(CompletedImageStore.folder(TeamId.DEFAULT, nobody).prefix()))
                .isEmpty();
    }

    @Test
    void onlyOneReplicaCollectsAtATime() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(jobs.tryLockCollection()).isTrue();
            given().post("/v1/maintenance/collect").then().statusCode(409).body("code", equalTo("collection-running"));
        });
        collect("?dryRun=true");
    }

    @Test
    void aDamagedImageIsAProblemThatNamesIt() {
        JobId job = gateway.submitted("completion-jobs", ofUpload(anUpload()));
        String key = completions.imageKey(TeamId.DEFAULT, job, 0);
        given().header("x-amz-meta-sha256", ContentHash.of(BYTES).hex())
                .urlEncodingEnabled(false)
                .body(new byte[] {1, 2, 2})
                .put(store.writeAddress(key, Duration.ofMinutes(1)))
                .then()
                .statusCode(200);

        given().get("/v1/completion-jobs/" + job + "/images/0")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("damaged"))
                .body("detail", containsString(key));
    }

    @Test
    void damagedResultsReportsAndRecordsAreProblemsThatNameThemAndNoArchiveHoldsThem() {
        JobId job = gateway.submitted("completion-jobs", ofUpload(anUpload()));
        gateway.claimed(broker, job, 1).finishesTask(1, "part");
        String results = completions.putResults(TeamId.DEFAULT, job, "{\"images\": 1}".getBytes(UTF_8));
        String report = completions.putReport(TeamId.DEFAULT, job, "results.csv", "a,1".getBytes(UTF_8), "text/csv");
        broker.await(Topics.COMPLETION_TASKS, job, CompletionTask.class, 2);
        new Worker(broker, job, 1, 1).starts().succeeds(results);
        gateway.awaitState(job, JobState.SUCCEEDED);
        String path = "/v1/completion-jobs/" + job;
        given().get(path + "/archive").then().statusCode(200);

        flipABit(results);
        assertDamaged(path + "/results", results);
        assertDamaged(path + "/archive", results);
        completions.putResults(TeamId.DEFAULT, job, "{\"images\": 1}".getBytes(UTF_8));
        flipABit(report);
        assertDamaged(path + "/report/results.csv", report);
        assertDamaged(path + "/archive", report);

        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", trainer.job());
        new RunRecordStore(store).put(line, 1, "curves.csv", BYTES);
        String record = "checkpoints/default/faces/" + trainer.job() + "/record/1/curves.csv";
        flipABit(record);
        assertDamaged("/v1/training-jobs/" + trainer.job() + "/record/curves.csv", record);
    }

    private static void assertDamaged(String path, String key) {
        given().get(path)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("damaged"))
                .body("detail", containsString(key));
    }

    /** In the middle of the object, whose hash stays as it was when it was written. */
    private void flipABit(String key) {
        byte[] content = store.get(key, 1000).content();
        String hash = ContentHash.of(content).hex();
        content[content.length / 2] ^= 1;
        given().header("x-amz-meta-sha256", hash)
                .urlEncodingEnabled(false)
                .body(content)
                .put(store.writeAddress(key, Duration.ofMinutes(1)))
                .then()
                .statusCode(200);
    }

    private UUID anUpload() {
        UUID upload = UUID.randomUUID();
        uploads.put(TeamId.DEFAULT, upload, ObjectPath.parse("images/a.png"), BYTES);
        return upload;
    }

    private String begun(JobId job, long token) {
        String key = "checkpoints/default/faces/" + job + "/stage-1/step-10/" + token + "/generator.safetensors";
        store.put(key, BYTES, TYPE);
        return key;
    }

    private String ofUpload(UUID upload) {
        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        CheckpointId checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        trainer.succeeds("manifest");
        gateway.awaitState(trainer.job(), JobState.SUCCEEDED);
        return "{\"pictures\": {\"upload\": \"" + upload + "\"}, \"checkpoint\": \"" + checkpoint
                + "\", \"mask\": {\"kind\": \"centre-small\"}}";
    }

    private static JsonPath collect(String parameters) {
        return given().post("/v1/maintenance/collect" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
