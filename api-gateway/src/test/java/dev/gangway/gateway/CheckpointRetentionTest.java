package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.Retention;
import dev.gangway.contracts.training.TrainingJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CheckpointRetentionTest {

    private final GatewayApi gateway;
    private final ObjectStore store;
    private Broker broker;
    private String dataset;

    CheckpointRetentionTest(GatewayApi gateway, ObjectStore store) {
        this.gateway = gateway;
        this.store = store;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
        dataset = gateway.aDataset();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void whatIsKeptIsChosenAtSubmissionShownAndSentToTheTrainers() {
        JobId job = gateway.submitted("training-jobs", training("{\"last\": 5, \"best\": true}"));

        JsonPath shown = gateway.show(job);
        assertThat(shown.getInt("retention.last")).isEqualTo(5);
        assertThat(shown.getBoolean("retention.best")).isTrue();
        assertThat(shown.getString("retention.stages")).isEqualTo("every");
        assertThat(broker.await(Topics.TRAINING_JOBS, job, TrainingJob.class, 1)
                        .get(0)
                        .retention())
                .isEqualTo(new Retention(5, true, Retention.Stages.EVERY));
    }

    @Test
    void whoChoosesNothingKeepsTheUsual() {
        JsonPath shown = gateway.show(gateway.aTrainingJob());

        assertThat(shown.getInt("retention.last")).isEqualTo(2);
        assertThat(shown.getBoolean("retention.best")).isFalse();
    }

    @Test
    void aChoiceThatMakesNoSenseIsRefused() {
        gateway.submit("training-jobs", training("{\"last\": 0}"))
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("retention.last"));
        gateway.submit("training-jobs", training("{\"stages\": \"some\"}"))
                .statusCode(400)
                .body("code", equalTo("body-malformed"));
    }

    @Test
    void whatIsNotKeptGoesWithItsObjectsAndIsRefusedByNameFromThenOn() {
        Worker trainer = aTrainer();
        CheckpointId end = stored(trainer.writes(0, StageKind.VAE, 30, true));
        CheckpointId old = stored(trainer.writes(1, StageKind.CRITIC, 3, false));
        CheckpointId before = stored(trainer.writes(1, StageKind.CRITIC, 6, false));
        CheckpointId newest = stored(trainer.writes(1, StageKind.CRITIC, 9, false));
        awaitListed(trainer.job(), 4);

        assertThat(collect("?dryRun=true").getInt("checkpoints")).isPositive();
        awaitListed(trainer.job(), 4);
        JsonPath collected = collect("");

        assertThat(collected.getInt("orphans.deleted-checkpoint.objects")).isPositive();
        assertThat(listed(trainer.job())).containsExactlyInAnyOrder(text(end), text(before), text(newest));
        assertThat(store.list(folder(old))).isEmpty();
        assertThat(store.list(folder(before))).hasSize(2);
        given().get("/v1/checkpoints/" + old).then().statusCode(404).body("code", equalTo("checkpoint-deleted"));
        gateway.submit("completion-jobs", completion(old)).statusCode(422).body("code", equalTo("checkpoint-deleted"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("gangway_collection_objects_total{kind=\"deleted-checkpoint\"}"));
    }

    @Test
    void beingToldOfADeletedCheckpointAgainDoesNotBringItBack() {
        Worker trainer = aTrainer();
        CheckpointId old = trainer.writes(1, StageKind.CRITIC, 3, false);
        trainer.writes(1, StageKind.CRITIC, 6, false);
        trainer.writes(1, StageKind.CRITIC, 9, false);
        awaitListed(trainer.job(), 3);
        collect("");

        trainer.writes(1, StageKind.CRITIC, 3, false);
        trainer.writes(1, StageKind.CRITIC, 12, false);

        awaitListed(trainer.job(), 3);
        assertThat(listed(trainer.job())).doesNotContain(text(old));
    }

    @Test
    void aCheckpointIsKeptForAsLongAsACompletionJobNeedsIt() {
        Worker trainer = aTrainer();
        CheckpointId old = trainer.writes(1, StageKind.CRITIC, 3, false);
        trainer.writes(1, StageKind.CRITIC, 6, false);
        trainer.writes(1, StageKind.CRITIC, 9, false);
        awaitListed(trainer.job(), 3);
        JobId completion = gateway.submitted("completion-jobs", completion(old));

        collect("");
        assertThat(listed(trainer.job())).contains(text(old));

        Worker worker = gateway.claimed(broker, completion, 1);
        worker.fails("broken", JobFailure.Cause.JOB);
        gateway.awaitState(completion, JobState.FAILED);
        collect("");
        assertThat(listed(trainer.job())).doesNotContain(text(old));
    }

    @Test
    void theBestOfAStageIsKeptByTheGapOfItsCurve() {
        JobId job = gateway.submitted("training-jobs", training("{\"last\": 1, \"best\": true}"));
        Worker trainer = gateway.claimed(broker, job, 1);
        CheckpointId best = trainer.writes(1, StageKind.CRITIC, 3, false);
        trainer.measures(1, 3, "gap", 0.25);
        trainer.writes(1, StageKind.CRITIC, 6, false);
        trainer.measures(1, 6, "gap", 0.75);
        trainer.writes(1, StageKind.CRITIC, 9, false);
        trainer.writes(1, StageKind.CRITIC, 12, false);
        awaitListed(job, 4);
        await().untilAsserted(() ->
                given().get("/v1/training-jobs/" + job + "/curves").then().body("items.size()", equalTo(2)));

        collect("");

        assertThat(listed(job)).hasSize(3).contains(text(best));
    }

    private Worker aTrainer() {
        return gateway.claimed(broker, gateway.submitted("training-jobs", GatewayApi.training(dataset)), 1);
    }

    private String training(String retention) {
        return GatewayApi.training(dataset).replace("}", ", \"retention\": " + retention + "}");
    }

    private String completion(CheckpointId checkpoint) {
        return "{\"dataset\": \"" + dataset + "\", \"images\": 5, \"mask\": {\"kind\": \"centre-small\"}, "
                + "\"checkpoint\": \"" + checkpoint + "\"}";
    }

    private CheckpointId stored(CheckpointId checkpoint) {
        store.put(folder(checkpoint) + "generator.safetensors", new byte[8], "application/octet-stream");
        store.put(folder(checkpoint) + "manifest.json", new byte[2], "application/json");
        return checkpoint;
    }

    private static String folder(CheckpointId id) {
        return "checkpoints/default/faces/" + id.job() + "/stage-" + id.stage() + "/step-" + id.step() + "/"
                + id.token() + "/";
    }

    private static JsonPath collect(String parameters) {
        return given().post("/v1/maintenance/collect" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void awaitListed(JobId job, int count) {
        await().untilAsserted(() -> assertThat(listed(job)).hasSize(count));
    }

    private static List<String> listed(JobId job) {
        return given().get("/v1/checkpoints?job=" + job).jsonPath().getList("items.id", String.class);
    }

    private static String text(CheckpointId id) {
        return id.toString();
    }
}
