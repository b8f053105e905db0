package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.training.TrainingJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SubmissionTest {

    private final GatewayApi gateway;

    SubmissionTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @Test
    void aTrainingJobIsQueuedAndItsAddressGiven() {
        String dataset = gateway.aDataset();
        var accepted = gateway.submit("training-jobs", training(dataset)).statusCode(202);
        String id = accepted.extract().path("id");
        accepted.header("Location", endsWith("/v1/training-jobs/" + id))
                .body("kind", equalTo("TRAINING"))
                .body("team", equalTo("default"))
                .body("model", equalTo("faces"))
                .body("dataset.version", equalTo(1))
                .body("recipe.name", equalTo("rankgan-tiny"))
                .body("request.recipe", equalTo("rankgan-tiny"))
                .body("history[0].cause", equalTo("submitted"))
                .body("links.self", equalTo("/v1/training-jobs/" + id));
    }

    @Test
    void anAdmittedJobReachesTheTrainersWithItsWholeRecipe() {
        JobId id = gateway.submitted(
                "training-jobs",
                "{\"recipe\": \"rankgan-tiny\", \"overrides\": {\"seed\": 7}, \"model\": \"faces\", \"dataset\": \""
                        + gateway.aDataset() + "\"}");
        try (Broker broker = gateway.broker()) {
            TrainingJob sent =
                    broker.await(Topics.TRAINING_JOBS, id, TrainingJob.class, 1).get(0);
            assertThat(sent.attempt()).isEqualTo(1);
            assertThat(sent.recipe().seed()).isEqualTo(7);
            assertThat(sent.recipe().stages())
                    .isEqualTo(Recipes.named("rankgan-tiny").stages());
        }
        gateway.awaitState(id, JobState.ADMITTED);
    }

    @Test
    void theSameRequestUnderOneKeyGivesOneJob() {
        String body = training(gateway.aDataset());
        String key = freshName("key");
        assertThat(submitted(key, body)).isEqualTo(submitted(key, body.replace(", ", ",\n")));
        assertThat(submitted(freshName("key"), body)).isNotEqualTo(submitted(key, body));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        String body = training(gateway.aDataset());
        String key = freshName("key");
        submitted(key, body);
        json(body.replace("faces", "other"))
                .header("Idempotency-Key", key)
                .post("/v1/training-jobs")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        String key = freshName("key");
        json(training("no-such-set"))
                .header("Idempotency-Key", key)
                .post("/v1/training-jobs")
                .then()
                .statusCode(422);
        assertThat(submitted(key, training(gateway.aDataset()))).isNotNull();
    }

    @Test
    void concurrentSubmissionsUnderOneKeyGiveOneJob() throws Exception {
        String body = training(gateway.aDataset());
        String key = freshName("key");
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> submissions = new ArrayList<>();
            for (int client = 0; client < 16; client++) {
                submissions.add(() -> submitted(key, body));
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> submission : clients.invokeAll(submissions)) {
                ids.add(submission.get());
            }
            assertThat(ids).hasSize(16).containsOnly(ids.get(0));
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void pagesAreFilteredAndFollowEachOtherWithoutGapsOrRepetitions() {
        String dataset = gateway.aDataset();
        List<String> submitted = new ArrayList<>();
        for (int job = 0; job < 5; job++) {
            submitted.add(
                    0, gateway.submitted("training-jobs", training(dataset)).toString());
        }
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = json("").queryParam("dataset", dataset)
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/v1/training-jobs")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(listed).isEqualTo(submitted);
    }

    @Test
    void listsShowTheStateThatWasAskedFor() {
        String dataset = gateway.aDataset();
        JobId cancelled = gateway.submitted("training-jobs", training(dataset));
        json("").post("/v1/training-jobs/" + cancelled + "/cancel").then().statusCode(202);
        json("").queryParam("dataset", dataset)
                .queryParam("state", "SUCCEEDED", "FAILED")
                .get("/v1/training-jobs")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", not(equalTo("")));
    }

    private static String submitted(String key, String body) {
        return json(body)
                .header("Idempotency-Key", key)
                .post("/v1/training-jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
