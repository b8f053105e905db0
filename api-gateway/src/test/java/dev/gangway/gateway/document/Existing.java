package dev.gangway.gateway.document;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** One of everything that a client can ask for, and the bodies of requests that are done. */
final class Existing {

    private final GatewayApi gateway;
    private final String receiver;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, byte[]> bodies = new HashMap<>();

    private Existing(GatewayApi gateway, String receiver) {
        this.gateway = gateway;
        this.receiver = receiver;
    }

    static Existing made(GatewayApi gateway, CompletedImageStore completions, RunRecordStore records, String receiver)
            throws IOException {
        Existing existing = new Existing(gateway, receiver);
        try (Broker broker = gateway.broker()) {
            existing.trained(broker, records);
            existing.completed(broker, completions);
            existing.notNeeded(broker);
            existing.putAside(broker);
        }
        existing.uploaded();
        existing.told();
        return existing;
    }

    /** A value with which the operation is done; null where any that the document allows will do. */
    String value(String operation, String parameter) {
        return values.get(operation + "." + parameter);
    }

    /** A body with which the operation is done; empty where it takes none. */
    byte[] body(String operation) {
        return bodies.getOrDefault(operation, new byte[0]);
    }

    private void trained(Broker broker, RunRecordStore records) {
        String dataset = gateway.aDataset();
        JobId training = gateway.submitted("training-jobs", GatewayApi.training(dataset));
        Worker trainer = gateway.claimed(broker, training, 1).trains(0, 10, 30).measures(0, 10);
        trainer.writes(0, StageKind.VAE, 30, true);
        CheckpointId checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
        records.put(new CheckpointLine(TeamId.DEFAULT, "faces", training), 1, "curves.json", "{}".getBytes(UTF_8));
        trainer.succeeds("manifest");
        gateway.awaitState(training, JobState.SUCCEEDED);
        for (String operation : List.of(
                "getTrainingJob",
                "getTrainingCurves",
                "watchTrainingJob",
                "listTrainingRecord",
                "getTrainingRecordFile")) {
            values.put(operation + ".id", training.toString());
        }
        values.put("getTrainingRecordFile.path", "curves.json");
        values.put("getCheckpoint.id", checkpoint.toString());
        values.put("listCheckpoints.job", training.toString());
        values.put("cancelTrainingJob.id", gateway.aTrainingJob().toString());
        values.put(
                "preemptTrainingJob.id",
                gateway.aRunningTrainingJob(broker, 1).job().toString());
        values.put("listDatasetVersions.name", dataset);
        values.put("getDataset.name", dataset);
        values.put("getDataset.version", "1");
        values.put("getRecipe.name", "rankgan-tiny");
        put("submitTrainingJob", """
                {"recipe": "rankgan-tiny", "model": "faces", "dataset": "%s",
                 "overrides": {"description": "short", "stages": {"0": {"phases": [{"updates": 7, "learningRate": 0.001}]}}},
                 "retention": {"last": 2}}""".formatted(dataset));
        put("submitCompletionJob", """
                {"dataset": "%s", "images": 5, "from": 3, "checkpoint": {"trainingJob": "%s", "stage": 1},
                 "mask": {"kind": "random-blocks", "percent": 25, "blocks": 3}, "settings": {"steps": 3, "lambda": 0.2}}""".formatted(dataset, training));
    }

    private void completed(Broker broker, CompletedImageStore completions) {
        JobId job = gateway.submitted("completion-jobs", new String(body("submitCompletionJob"), UTF_8));
        completions.putImage(TeamId.DEFAULT, job, 3, new PixelImage(1, 1, new byte[] {1, 2, 3}));
        completions.putReport(TeamId.DEFAULT, job, "index.html", "<p>page</p>".getBytes(UTF_8), "text/html");
        completions.putReport(TeamId.DEFAULT, job, "results.csv", "image".getBytes(UTF_8), "text/csv");
        String results = completions.putResults(TeamId.DEFAULT, job, "{\"rows\": []}".getBytes(UTF_8));
        gateway.claimed(broker, job, 1).finishesTask(5, "only");
        broker.await(Topics.COMPLETION_TASKS, job, CompletionTask.class, 2);
        new Worker(broker, job, 1, 1).starts().succeeds(results);
        gateway.awaitState(job, JobState.SUCCEEDED);
        for (String operation : List.of(
                "getCompletionJob",
                "getCompletionArchive",
                "watchCompletionJob",
                "getCompletedImage",
                "getReport",
                "getReportFile",
                "getCompletionResults")) {
            values.put(operation + ".id", job.toString());
        }
        values.put("getCompletedImage.index", "3");
        values.put("getReportFile.file", "results.csv");
        JobId other = gateway.submitted("completion-jobs", new String(body("submitCompletionJob"), UTF_8));
        values.put("cancelCompletionJob.id", other.toString());
    }

    /** What no job needs, to be deleted. */
    private void notNeeded(Broker broker) {
        String dataset = gateway.aDataset();
        String model = GatewayApi.freshName("model");
        JobId training = gateway.submitted(
                "training-jobs", GatewayApi.training(dataset).replace("\"faces\"", "\"" + model + "\""));
        Worker trainer = gateway.claimed(broker, training, 1);
        CheckpointId checkpoint = trainer.writes(0, StageKind.VAE, 30, true);
        trainer.succeeds("manifest");
        gateway.awaitState(training, JobState.SUCCEEDED);
        values.put("deleteDataset.name", dataset);
        values.put("deleteDataset.version", "1");
        values.put("deleteCheckpoint.id", checkpoint.toString());
        values.put("deleteModel.name", model);
    }

    private void putAside(Broker broker) {
        String key = GatewayApi.freshName("key");
        broker.send(Topics.JOB_EVENTS, key, "dev.gangway.job-started.v1", "{\"job\": 12".getBytes(UTF_8));
        String offset = Long.toString(broker.awaitRecords(Topics.DEAD_LETTERS, put -> key.equals(put.key()), 1)
                .get(0)
                .offset());
        values.put("getDeadLetter.offset", offset);
        values.put("replayDeadLetter.offset", offset);
    }

    private void uploaded() throws IOException {
        bodies.put("importDataset", zip(3, "train/a.png", "val/b.png", "test/c.png"));
        values.put("importDataset.name", GatewayApi.freshName("set"));
        bodies.put("announceUpload", zip(12, "images/a.png", "masks/a.png"));
        put("announceMore", "{\"files\": [\"images/b.png\", \"masks/b.png\"]}");
        String announced = given().contentType("application/json")
                .body("{\"files\": [\"images/a.png\", \"masks/a.png\"]}")
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // What is collected here is gone for the requests after it.
        values.put("collect.dryRun", "true");
        values.put("announceMore.id", announced);
        String sent = sentUpload();
        values.put("getUpload.id", sent);
        values.put("listUploadedFiles.id", sent);
        values.put("deleteUpload.id", sentUpload());
    }

    private String sentUpload() {
        return given().contentType("application/zip")
                .body(body("announceUpload"))
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void told() {
        put(
                "createWebhook",
                "{\"url\": \"%s\", \"secret\": \"%s\", \"model\": \"nobody\"}"
                        .formatted(receiver, "a-secret-of-the-receiver's-own"));
        put("changeWebhook", "{\"enabled\": true}");
        String kept = webhook();
        for (String operation :
                List.of("getWebhook", "changeWebhook", "listDeliveries", "testWebhook", "getDelivery", "redeliver")) {
            values.put(operation + ".id", kept);
        }
        values.put("deleteWebhook.id", webhook());
        String delivery = given().post("/v1/webhooks/" + kept + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String address = "/v1/webhooks/" + kept + "/deliveries/" + delivery;
        await().until(() -> "DELIVERED".equals(given().get(address).path("state")));
        values.put("getDelivery.delivery", delivery);
        values.put("redeliver.delivery", delivery);
    }

    private String webhook() {
        return given().contentType("application/json")
                .body(body("createWebhook"))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void put(String operation, String body) {
        bodies.put(operation, body.getBytes(UTF_8));
    }

    private static byte[] zip(int side, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", zip);
            }
        }
        return bytes.toByteArray();
    }
}
