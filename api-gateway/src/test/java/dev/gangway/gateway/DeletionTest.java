package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.checkpoint.CheckpointDeletion;
import dev.gangway.gateway.dataset.DatasetDeletion;
import dev.gangway.gateway.submission.CompletionRequest;
import dev.gangway.gateway.submission.Submissions;
import dev.gangway.gateway.upload.UploadUse;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is deleted is not needed, also when somebody comes to need it at the same moment. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DeletionTest {

    private static final int SIDE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final GatewayApi gateway;
    private final ObjectStore store;
    private final Submissions submissions;
    private final DatasetDeletion datasets;
    private final CheckpointDeletion checkpoints;
    private final UploadUse uploads;
    private final EntityManager entities;
    private final DataSource database;
    private final ObjectMapper json;
    private final String model = GatewayApi.freshName("model");
    private Broker broker;
    private String dataset;
    private Worker trainer;
    private CheckpointId checkpoint;

    DeletionTest(
            GatewayApi gateway,
            ObjectStore store,
            Submissions submissions,
            DatasetDeletion datasets,
            CheckpointDeletion checkpoints,
            UploadUse uploads,
            EntityManager entities,
            DataSource database,
            ObjectMapper json) {
        this.gateway = gateway;
        this.store = store;
        this.submissions = submissions;
        this.datasets = datasets;
        this.checkpoints = checkpoints;
        this.uploads = uploads;
        this.entities = entities;
        this.database = database;
        this.json = json;
    }

    @BeforeEach
    void train() {
        broker = gateway.broker();
        dataset = gateway.aDataset();
        JobId job = gateway.submitted(
                "training-jobs", GatewayApi.training(dataset).replace("\"faces\"", "\"" + model + "\""));
        trainer = gateway.claimed(broker, job, 1);
        checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        await().untilAsserted(() ->
                given().get("/v1/checkpoints/" + checkpoint).then().statusCode(200));
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void whatATrainingNeedsIsRefusedByItsNameUntilItHasEnded() {
        for (Deleted each : List.of(ofDataset(), ofCheckpoint(), ofModel())) {
            each.delete()
                    .then()
                    .statusCode(409)
                    .body("code", equalTo(each.code()))
                    .body("detail", named(trainer.job()));
        }

        ended();

        for (Deleted each : List.of(ofDataset(), ofCheckpoint())) {
            each.delete().then().statusCode(204);
            each.delete().then().statusCode(204);
        }
        given().get("/v1/checkpoints/" + checkpoint).then().statusCode(404).body("code", equalTo("checkpoint-deleted"));
        given().get("/v1/datasets/" + dataset + "/versions/1")
                .then()
                .statusCode(404)
                .body("code", equalTo("dataset-deleted"));
        given().get("/v1/datasets/" + dataset).then().statusCode(404);
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatACompletionNeedsIsRefusedByItsNameUntilItHasEnded() {
        ended();
        JobId completion = gateway.submitted("completion-jobs", completion());

        for (Deleted each : List.of(ofDataset(), ofCheckpoint(), ofModel())) {
            each.delete()
                    .then()
                    .statusCode(409)
                    .body("code", equalTo(each.code()))
                    .body("detail", named(completion));
        }

        gateway.claimed(broker, completion, 1).fails("broken", JobFailure.Cause.JOB);
        gateway.awaitState(completion, JobState.FAILED);
        ofModel().delete().then().statusCode(204);
        ofModel().delete().then().statusCode(204);
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatNeverWasIsUnknown() {
        given().delete("/v1/datasets/" + dataset + "/versions/2")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-dataset"));
        given().delete("/v1/checkpoints/" + new CheckpointId(trainer.job().value(), 1, 16, 1))
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-checkpoint"));
        given().delete("/v1/models/" + model + "-2").then().statusCode(404).body("code", equalTo("unknown-model"));
    }

    @Test
    void noJobCanNameWhatIsDeletedAndItsNumberIsNotGivenAgain() {
        ended();
        ofDataset().delete().then().statusCode(204);

        gateway.submit("completion-jobs", completion())
                .statusCode(422)
                .body("code", equalTo("dataset-deleted"))
                .body("errors[0].field", equalTo("datasetVersion"));
        gateway.submit("training-jobs", GatewayApi.training(dataset))
                .statusCode(422)
                .body("code", equalTo("unknown-dataset"));

        JsonPath imported = given().contentType("application/zip")
                .queryParam("name", dataset)
                .queryParam("size", SIDE)
                .body(archive("train/a.png", "train/b.png", "validation/c.png", "test/d.png"))
                .post("/v1/datasets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(imported.getInt("version")).isEqualTo(2);
        ofCheckpoint().delete().then().statusCode(204);
        String ofTheNewOne = completion()
                .replace("\"datasetVersion\": 1", "\"datasetVersion\": 2")
                .replace("\"images\": 5", "\"images\": 1");
        gateway.submit("completion-jobs", ofTheNewOne).statusCode(422).body("code", equalTo("checkpoint-deleted"));
    }

    @Test
    void theObjectsOfWhatIsDeletedGoWithTheNextCollectionHoweverFarTheOneBeforeCame() {
        String data = "datasets/default/" + dataset + "/";
        String trained = "checkpoints/default/" + model + "/" + trainer.job() + "/";
        List<String> gone = Stream.of(
                        data + "1/train-00000-a.rgb",
                        data + "1/features/net/test-0-2.f32",
                        trained + "stage-1/step-15/1/generator.safetensors")
                .toList();
        List<String> kept = List.of(data + "2/features/net/test-0-2.f32", trained + "record/1/numbers.json");
        Stream.concat(gone.stream(), kept.stream()).forEach(key -> store.put(key, new byte[1], "text/plain"));
        ended();
        ofDataset().delete().then().statusCode(204);
        ofModel().delete().then().statusCode(204);

        given().post("/v1/maintenance/collect").then().statusCode(200);

        assertThat(gone).noneMatch(store::exists);
        assertThat(kept).allMatch(store::exists);
    }

    @Test
    void whoDeletesWhatAJobThatIsBeingSubmittedNeedsWaitsForItAndIsRefused() {
        ended();
        String upload = anUpload();
        UUID uploaded = UUID.fromString(upload);
        for (String body : List.of(completion(), ofPictures(uploaded))) {
            List<Deleted> needed = body.contains("pictures")
                    ? List.of(new Deleted("/v1/uploads/" + upload, "upload-in-use"))
                    : List.of(ofDataset(), ofCheckpoint(), ofModel());
            for (Deleted each : needed) {
                QuarkusTransaction.begin();
                JobId job = submitted(body);
                CompletableFuture<Response> deletion = CompletableFuture.supplyAsync(each::delete);
                awaitWhoWaitsFor(backend());
                QuarkusTransaction.commit();
                deletion.join()
                        .then()
                        .statusCode(409)
                        .body("code", equalTo(each.code()))
                        .body("detail", named(job));
                given().post("/v1/completion-jobs/" + job + "/cancel").then().statusCode(202);
            }
        }
    }

    @Test
    void whoSubmitsWhatNeedsADatasetThatIsBeingDeletedWaitsForItAndIsRefused() {
        ended();
        QuarkusTransaction.begin();
        datasets.delete(TeamId.DEFAULT, dataset, 1);
        CompletableFuture<Response> submission = submission(completion());
        awaitWhoWaitsFor(backend());
        QuarkusTransaction.commit();
        submission.join().then().statusCode(422).body("code", equalTo("dataset-deleted"));
    }

    @Test
    void whoSubmitsWhatNeedsAModelThatIsBeingDeletedWaitsForItAndIsRefused() {
        ended();
        QuarkusTransaction.begin();
        checkpoints.deleteModel(TeamId.DEFAULT, model);
        CompletableFuture<Response> submission = submission(completion());
        awaitWhoWaitsFor(backend());
        QuarkusTransaction.commit();
        submission.join().then().statusCode(422).body("code", equalTo("checkpoint-deleted"));
    }

    @Test
    void whoSubmitsWhatNeedsAnUploadThatIsBeingDeletedWaitsForItAndIsRefused() {
        ended();
        UUID upload = UUID.fromString(anUpload());
        ObjectPath folder = UploadStore.folder(TeamId.DEFAULT, upload);
        QuarkusTransaction.begin();
        assertThat(uploads.delete(folder)).isEmpty();
        CompletableFuture<Response> submission = submission(ofPictures(upload));
        awaitWhoWaitsFor(backend());
        QuarkusTransaction.commit();
        submission.join().then().statusCode(422).body("code", equalTo("pictures-refused"));
    }

    @Test
    void anUploadThatWasDeletedAndCollectedWhileAJobThatNeedsItWasListingItIsGoneForThatJob() {
        ObjectPath folder = UploadStore.folder(TeamId.DEFAULT, UUID.fromString(anUpload()));
        Instant listed = uploads.now();
        given().delete("/v1/" + folder.key().replace("/default", "")).then().statusCode(204);
        given().post("/v1/maintenance/collect").then().statusCode(200);

        assertThat(store.list(folder.prefix())).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> uploads.hold(folder, listed)))
                .isFalse();
        Instant later = uploads.now();
        assertThat(QuarkusTransaction.requiringNew().call(() -> uploads.hold(folder, later)))
                .as("what comes to lie there from now on")
                .isTrue();
    }

    @Test
    void anUploadThatIsDeletedIsUnknownAtOnceAndTakesNoFilesAndNoJob() {
        ended();
        String upload = anUpload();
        given().delete("/v1/uploads/" + upload).then().statusCode(204);
        given().delete("/v1/uploads/" + upload).then().statusCode(204);

        for (String path : List.of("", "/files")) {
            given().get("/v1/uploads/" + upload + path).then().statusCode(404).body("code", equalTo("unknown-upload"));
        }
        GatewayApi.json("{\"files\": [\"images/a.png\"]}")
                .post("/v1/uploads/" + upload + "/addresses")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-upload"));
        gateway.submit("completion-jobs", ofPictures(UUID.fromString(upload)))
                .statusCode(422)
                .body("code", equalTo("pictures-refused"))
                .body("errors[0].message", containsString("was deleted"));
    }

    /** Something that can be deleted, and the code that says that it is needed. */
    private record Deleted(String address, String code) {

        Response delete() {
            return given().delete(address);
        }
    }

    private Deleted ofDataset() {
        return new Deleted("/v1/datasets/" + dataset + "/versions/1", "dataset-in-use");
    }

    private Deleted ofCheckpoint() {
        return new Deleted("/v1/checkpoints/" + checkpoint, "checkpoint-in-use");
    }

    private Deleted ofModel() {
        return new Deleted("/v1/models/" + model, "model-in-use");
    }

    private void ended() {
        trainer.succeeds("manifest");
        gateway.awaitState(trainer.job(), JobState.SUCCEEDED);
    }

    private String completion() {
        return "{\"dataset\": \"" + dataset + "\", \"datasetVersion\": 1, \"images\": 5,"
                + " \"mask\": {\"kind\": \"centre-small\"}, \"checkpoint\": \"" + checkpoint + "\"}";
    }

    private String ofPictures(UUID upload) {
        return "{\"checkpoint\": \"" + checkpoint + "\", \"pictures\": {\"upload\": \"" + upload + "\"}}";
    }

    /** Queues a completion job as part of the transaction at hand. */
    private JobId submitted(String body) {
        try {
            CompletionRequest request = json.readValue(body, CompletionRequest.class);
            return submissions.submit(TeamId.DEFAULT, request, Optional.empty()).id();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static CompletableFuture<Response> submission(String body) {
        return CompletableFuture.supplyAsync(() -> GatewayApi.json(body).post("/v1/completion-jobs"));
    }

    /** The database's process that serves the transaction at hand. */
    private int backend() {
        return (Integer) entities.createNativeQuery("SELECT pg_backend_pid()", Integer.class)
                .getSingleResult();
    }

    private void awaitWhoWaitsFor(int process) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(waitingFor(process))
                .isPositive());
    }

    private int waitingFor(int process) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE ? = ANY(pg_blocking_pids(pid))")) {
            select.setInt(1, process);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static org.hamcrest.Matcher<String> named(JobId job) {
        return containsString(job.toString());
    }

    private List<String> listed() {
        return given().get("/v1/checkpoints?model=" + model).jsonPath().getList("items.id", String.class);
    }

    private static String anUpload() {
        return given().contentType("application/zip")
                .body(archive("images/a.png", "mask.png"))
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] archive(String... paths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(PngEncoder.encode(new PixelImage(SIDE, SIDE, new byte[SIDE * SIDE * PixelImage.CHANNELS])));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
