package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
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
