package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ServiceTest {

    private final GatewayApi gateway;
    private final GatewayConfig config;
    private final Clock clock;

    ServiceTest(GatewayApi gateway, GatewayConfig config, Clock clock) {
        this.gateway = gateway;
        this.config = config;
        this.clock = clock;
    }

    @Test
    void theOpenApiDocumentSaysWhatThereIsAndThatErrorsAreProblems() {
        JsonPath document = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        assertThat(paths)
                .containsKeys(
                        "/v1/training-jobs",
                        "/v1/training-jobs/{id}/record/{path}",
                        "/v1/completion-jobs/{id}/events",
                        "/v1/datasets");
        assertThat(paths.values()).allSatisfy(path -> assertThat(path.values()).allSatisfy(operation -> {
            assertThat(operation).containsKeys("operationId", "summary", "tags");
            assertThat(operation.get("responses").toString()).contains("application/problem+json");
            assertThat(names(operation)).doesNotHaveDuplicates();
        }));
        assertThat(document.getMap("components.schemas"))
                .doesNotContainKeys("OutboundSseEvent", "JsonNode")
                .containsKeys("Job", "TrainingRequest", "CompletionRequest", "Problem");
    }

    private static List<?> names(Map<String, Object> operation) {
        return operation.get("parameters") instanceof List<?> parameters
                ? parameters.stream()
                        .map(parameter -> ((Map<?, ?>) parameter).get("name"))
                        .toList()
                : List.of();
    }

    @Test
    void swaggerUiIsServed() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void readinessLooksAtDatabaseBrokerAndStoreAndLivenessAtWhoReadsAlone() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.name",
                        hasItems(
                                "Database connections health check",
                                "Kafka connection health check",
                                "Kafka channels",
                                "S3 store"));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", contains("Kafka channels"));
    }

    @Test
    void recipesAreShown() {
        given().get("/v1/recipes").then().statusCode(200).body("items.name", hasItem("rankgan"));
        given().get("/v1/recipes/rankgan-tiny").then().statusCode(200).body("$", hasKey("stages"));
    }

    @Test
    void aWorkerIsListedFromItsFirstSignOfLifeUntilItTakesItsLeave() {
        String name = GatewayApi.freshName("trainer");
        String own = "items.find { it.name == '" + name + "' }";
        try (Broker broker = gateway.broker()) {
            broker.send(
                    Topics.WORKERS, name, new WorkerHeartbeat(name, JobKind.TRAINING, "cpu", 1, 0, clock.instant()));
            await().untilAsserted(() -> given().get("/v1/workers").then().body(own + ".alive", equalTo(true)));
            broker.send(Topics.WORKERS, name, "dev.gangway.worker-heartbeat.v1", null);
            await().untilAsserted(() -> given().get("/v1/workers").then().body(own, equalTo(null)));
        }
    }

    @Test
    void signsOfLifeThatNoWorkerGivesAreNotBelieved() {
        String name = GatewayApi.freshName("trainer");
        WorkerHeartbeat good = new WorkerHeartbeat(name, JobKind.TRAINING, "cpu", 1, 0, clock.instant());
        String body = new String(MessageCodec.write(good), UTF_8);
        try (Broker broker = gateway.broker()) {
            broker.send(
                    Topics.WORKERS,
                    name,
                    MessageCodec.typeOf(good),
                    body.replace(name, "x".repeat(5_000)).getBytes(UTF_8));
            broker.send(
                    Topics.WORKERS,
                    name,
                    new WorkerHeartbeat("another", JobKind.TRAINING, "cpu", 1, 0, clock.instant()));
            List<String> codes = broker.awaitRecords(Topics.DEAD_LETTERS, put -> name.equals(put.key()), 2).stream()
                    .map(letter -> MessageHeaders.text(letter.headers(), MessageHeaders.REASON_CODE))
                    .toList();
            assertThat(codes).containsExactly("body-invalid", "claim-mismatch");
        }
    }

    @Test
    void aWorkerWhoseClockIsAheadIsNotHeardOfInTheFuture() {
        String name = GatewayApi.freshName("trainer");
        Instant ahead = clock.instant().plus(Duration.ofDays(30));
        String seen = "items.find { it.name == '" + name + "' }.seenAt";
        try (Broker broker = gateway.broker()) {
            broker.send(Topics.WORKERS, name, new WorkerHeartbeat(name, JobKind.TRAINING, "cpu", 1, 0, ahead));
            await().untilAsserted(() -> given().get("/v1/workers").then().body(seen, notNullValue()));
            Instant noted = Instant.parse(given().get("/v1/workers").path(seen));
            assertThat(noted).isBeforeOrEqualTo(clock.instant());
        }
    }

    @Test
    void whatIsNotSetHasTheDocumentedDefault() {
        assertThat(config.local()).isFalse();
        assertThat(config.retries().attempts()).isEqualTo(5);
        assertThat(config.collection().every()).isEqualTo(Duration.ofHours(1));
        assertThat(config.collection().dryRun()).isFalse();
        assertThat(config.completion().imagesPerTask()).isEqualTo(64);
        assertThat(config.completion().imagesPerJob()).isEqualTo(100_000);
        assertThat(config.idempotency().keep()).isEqualTo(Duration.ofHours(24));
        assertThat(config.idempotency().lease()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.idempotency().waitForFirst()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.topics().create()).isTrue();
        assertThat(config.topics().replication()).isEqualTo((short) 1);
        assertThat(config.topics().tryAgain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.workers().forgetAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(config.events().keepPerJob()).isEqualTo(1_000);
        assertThat(config.events().keepAfterEnd()).isEqualTo(Duration.ofDays(7));
        assertThat(config.events().heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.workers().goneAfter()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.workers().lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.datasets().files()).isEqualTo(220_000);
        assertThat(config.datasets().unpackedBytes()).isEqualTo(8L << 30);
        assertThat(config.webhooks().perTeam()).isEqualTo(20);
        assertThat(config.webhooks().attempts()).isEqualTo(12);
        assertThat(config.webhooks().inFlight()).isEqualTo(2);
        assertThat(config.webhooks().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.webhooks().readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.webhooks().keep()).isEqualTo(Duration.ofDays(7));
        assertThat(config.store().region()).isEqualTo("us-east-1");
    }
}
