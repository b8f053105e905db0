package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.archive.LeftOutFile;
import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadNotes;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the store with a flipped bit is a problem that names it, whatever it is. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DamageTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final int SIDE = 32;
    private static final int LIMIT = 1 << 20;

    private final GatewayApi gateway;
    private final ObjectStore store;
    private final UploadStore uploads;
    private final CompletedImageStore completions;
    private Broker broker;

    DamageTest(GatewayApi gateway, ObjectStore store) {
        this.gateway = gateway;
        this.store = store;
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
    void aCompletedImageIsNotServed() {
        JobId job = gateway.submitted("completion-jobs", ofUpload(anUpload()));
        String key = completions.imageKey(TeamId.DEFAULT, job, 0);
        store.put(key, BYTES, "image/png");
        flipABit(key);
        assertDamaged("/v1/completion-jobs/" + job + "/images/0", key);
    }

    @Test
    void resultsReportsAndRecordsAreNotServedAndNoArchiveHoldsThem() {
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
        completions.putReport(TeamId.DEFAULT, job, "results.csv", "a,1".getBytes(UTF_8), "text/csv");
        String pictures = CompletedImageStore.folder(TeamId.DEFAULT, job)
                .resolve(CompletedImageStore.PICTURES, "00000.json")
                .key();
        flipABit(pictures);
        assertDamaged(path + "/archive", pictures);

        store.delete(pictures);
        assertMissing(path + "/archive", pictures);
        new PictureLists(store)
                .write(TeamId.DEFAULT, job, List.of(new Picture("a", new PictureFile("a", 1, ""), null, null)));
        completions.putResults(
                TeamId.DEFAULT, job, "{\"images\": [{\"image\": 0, \"outcome\": \"refused\"}]}".getBytes(UTF_8));
        given().get(path + "/images/0").then().statusCode(404);
        given().get(path + "/archive").then().statusCode(200);
        completions.putResults(
                TeamId.DEFAULT,
                job,
                "{\"rows\": [{}], \"images\": [{\"square\": {\"x\": 1}, \"outcome\": \"completed\", \"image\": 0}]}"
                        .getBytes(UTF_8));
        String image = completions.imageKey(TeamId.DEFAULT, job, 0);
        assertMissing(path + "/images/0", image);
        assertMissing(path + "/archive", image);
        store.delete(results);
        assertMissing(path + "/archive", results);
        assertMissing(path + "/results", results);

        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", trainer.job());
        new RunRecordStore(store).put(line, 1, "curves.csv", BYTES);
        String record = "checkpoints/default/faces/" + trainer.job() + "/record/1/curves.csv";
        flipABit(record);
        assertDamaged("/v1/training-jobs/" + trainer.job() + "/record/curves.csv", record);
    }

    @Test
    void aDatasetsManifestIsNotServedAndTheOtherVersionsGoOn() throws IOException {
        String name = GatewayApi.freshName("flipped");
        imported(name).body("version", equalTo(1));
        String manifest = "datasets/default/" + name + "/1/manifest.json";
        given().get("/v1/datasets/" + name + "/versions/1").then().statusCode(200);

        flipABit(manifest);

        assertDamaged("/v1/datasets/" + name + "/versions/1", manifest);
        given().get("/v1/datasets/" + name).then().statusCode(200);
        imported(name).body("version", equalTo(2));
        given().get("/v1/datasets/" + name + "/versions/2").then().statusCode(200);
    }

    @Test
    void noJobIsMadeOfAnUploadWhoseNotesAreDamaged() {
        UUID upload = anUpload();
        uploads.note(
                TeamId.DEFAULT, upload, new UploadNotes(List.of(new LeftOutFile("b", "no", "is none")), List.of()));
        String notes = UploadStore.folder(TeamId.DEFAULT, upload)
                .resolve(UploadStore.NOTES)
                .key();
        flipABit(notes);
        isDamaged(gateway.submit("completion-jobs", ofUpload(upload)), notes);
    }

    private static void assertMissing(String path, String key) {
        given().get(path)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("missing"))
                .body("detail", containsString(key));
    }

    private static void assertDamaged(String path, String key) {
        isDamaged(given().get(path).then(), key);
    }

    private static void isDamaged(ValidatableResponse answer, String key) {
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("damaged"))
                .body("detail", containsString(key));
    }

    /** In the middle of the object, whose hash stays as it was when it was written. */
    private void flipABit(String key) {
        byte[] content = store.get(key, LIMIT).content();
        String hash = ContentHash.of(content).hex();
        content[content.length / 2] ^= 1;
        given().header("x-amz-meta-sha256", hash)
                .urlEncodingEnabled(false)
                .body(content)
                .put(store.writeAddress(key, Duration.ofMinutes(1)))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse imported(String name) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String path : List.of("train/a.png", "val/b.png", "test/c.png")) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(PngEncoder.encode(new PixelImage(SIDE, SIDE, new byte[SIDE * SIDE * PixelImage.CHANNELS])));
            }
        }
        return given().contentType("application/zip")
                .body(archive.toByteArray())
                .post("/v1/datasets?name=" + name + "&size=" + SIDE)
                .then()
                .statusCode(201);
    }

    private UUID anUpload() {
        UUID upload = UUID.randomUUID();
        uploads.put(TeamId.DEFAULT, upload, ObjectPath.parse("images/a.png"), BYTES);
        return upload;
    }

    private String ofUpload(UUID upload) {
        Worker trainer = gateway.aRunningTrainingJob(broker, 1);
        CheckpointId checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        trainer.succeeds("manifest");
        gateway.awaitState(trainer.job(), JobState.SUCCEEDED);
        return "{\"pictures\": {\"upload\": \"" + upload + "\"}, \"checkpoint\": \"" + checkpoint
                + "\", \"mask\": {\"kind\": \"centre-small\"}}";
    }
}
