package dev.gangway.gateway.notification;

import static dev.gangway.gateway.GatewayApi.freshName;
import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.gangway.contracts.event.JobFailure.Cause;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.WebhookSecret;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WebhookTest {

    private static final String SECRET = "a-secret-of-the-receiver's-own";
    private static final String UNKNOWN_ID = "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GatewayApi gateway;
    private final GatewayConfig config;
    private final String model = freshName("model");
    private Broker broker;

    WebhookTest(GatewayApi gateway, GatewayConfig config) {
        this.gateway = gateway;
        this.config = config;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
    }

    @AfterEach
    void leaveNothing() {
        broker.close();
        List<String> left = given().get("/v1/webhooks?limit=200").path("items.id");
        left.forEach(id -> given().delete("/v1/webhooks/" + id).then().statusCode(204));
    }

    @Test
    void theEndOfAJobIsToldOnceWithASignatureThatVerifies() {
        try (Receiver receiver = Receiver.open()) {
            String webhook = webhook(receiver, "");
            JobId job = succeeded();

            Receiver.Letter letter = receiver.next();
            JsonPath event = event(letter);
            assertThat(letter.contentType()).isEqualTo("application/cloudevents+json");
            assertThat(letter.signature())
                    .isEqualTo(Signature.of(new WebhookSecret(SECRET), letter.timestamp(), letter.body()));
            assertThat(letter.attempt()).isEqualTo(1);
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("id")).isEqualTo(letter.event());
            assertThat(event.getString("source")).isEqualTo("/gangway/api-gateway");
            assertThat(event.getString("type")).isEqualTo("dev.gangway.job.succeeded.v1");
            assertThat(event.getString("subject")).isEqualTo(job.toString());
            assertThat(event.getString("data.job")).isEqualTo(job.toString());
            assertThat(event.getString("data.kind")).isEqualTo("TRAINING");
            assertThat(event.getString("data.model")).isEqualTo(model);
            assertThat(event.getString("data.team")).isEqualTo("default");
            assertThat(event.getString("data.from")).isEqualTo("RUNNING");
            assertThat(event.getString("data.to")).isEqualTo("SUCCEEDED");
            assertThat(event.getString("data.cause")).isEqualTo("succeeded");
            assertThat(event.getString("data.at")).isEqualTo(event.getString("time"));
            given().get(event.getString("data.path")).then().statusCode(200).body("id", equalTo(job.toString()));

            JsonPath delivery = awaitDelivery(webhook, "DELIVERED");
            assertThat(delivery.getInt("items[0].lastStatus")).isEqualTo(204);
            assertThat(delivery.getInt("items[0].attempts")).isEqualTo(1);
            assertThat(delivery.getString("items[0].event")).isEqualTo(letter.event());
            assertThat(receiver.unread()).isEmpty();
        }
    }

    @Test
    void aReceiverThatFailsTwiceIsToldTheSameEventAgain() {
        try (Receiver receiver = Receiver.open().answering(500, 302)) {
            String webhook = webhook(receiver, "");
            succeeded();
            List<Receiver.Letter> letters = receiver.next(3);
            assertThat(letters)
                    .extracting(Receiver.Letter::event)
                    .containsOnly(letters.get(0).event());
            assertThat(letters).extracting(Receiver.Letter::attempt).containsExactly(1, 2, 3);
            assertThat(letters.get(2).body()).isEqualTo(letters.get(0).body());
            assertThat(awaitDelivery(webhook, "DELIVERED").getInt("items[0].attempts"))
                    .isEqualTo(3);
        }
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneForTooLongIsToldAfterTheLongestDelay() {
        try (Receiver receiver = Receiver.open().answering(429).askingToRetryAfter("3600")) {
            String webhook = webhook(receiver, "");
            succeeded();
            assertThat(receiver.next(2)).extracting(Receiver.Letter::attempt).containsExactly(1, 2);
            awaitDelivery(webhook, "DELIVERED");
        }
    }

    @Test
    void whyAJobFailedIsTold() {
        try (Receiver receiver = Receiver.open()) {
            webhook(receiver, "");
            Worker worker = gateway.claimed(broker, aJob(), 1);
            worker.fails("diverged", Cause.JOB);
            JsonPath event = event(receiver.next());
            assertThat(event.getString("type")).isEqualTo("dev.gangway.job.failed.v1");
            assertThat(event.getString("data.cause")).isEqualTo("job-failed");
            assertThat(event.getString("data.failure.code")).isEqualTo("diverged");
            assertThat(event.getString("data.failure.detail")).isEqualTo("it broke");
        }
    }

    @Test
    void aReceiverThatDoesNotAnswerHoldsUpNeitherJobsNorOtherReceivers() {
        CountDownLatch released = new CountDownLatch(1);
        try (Receiver silent = Receiver.silentUntil(released);
                Receiver other = Receiver.open()) {
            String waiting = webhook(silent, allEvents());
            webhook(other, allEvents());
            succeeded();
            assertThat(other.next(4)).hasSize(4);
            JsonPath deliveries = deliveries(waiting);
            assertThat(deliveries.getList("items.state")).hasSize(4).containsOnly("PENDING");
            assertThat(silent.next(2)).hasSize(2);
            assertThat(silent.unread()).as("no more than two on their way").isEmpty();
        }
    }

    @Test
    void manyReceiversThatDoNotAnswerHoldUpNoOther() {
        CountDownLatch released = new CountDownLatch(1);
        try (Receiver silent = Receiver.silentUntil(released);
                Receiver good = Receiver.open()) {
            List<String> waiting = IntStream.range(0, config.webhooks().perTeam() - 1)
                    .mapToObj(i -> webhook(silent, allEvents()))
                    .toList();
            succeeded();
            silent.next(waiting.size() * config.webhooks().inFlight());
            webhook(good, "");
            succeeded();
            assertThat(good.next().attempt()).isEqualTo(1);
            assertThat(waiting).as("not one of them had to be given up for it").allSatisfy(id -> assertThat(
                            deliveries(id).getList("items.attempts", Integer.class))
                    .allMatch(attempts -> attempts <= 1));
        }
    }

    @Test
    void aReceiverThatIsDownIsGivenUpAndToldByWishWhenItIsUpAgain() {
        try (Receiver receiver = Receiver.open().alwaysAnswering(503)) {
            String webhook = webhook(receiver, "");
            succeeded();
            JsonPath exhausted = awaitDelivery(webhook, "EXHAUSTED");
            assertThat(exhausted.getInt("items[0].attempts")).isEqualTo(12);
            assertThat(exhausted.getInt("items[0].lastStatus")).isEqualTo(503);
            assertThat(exhausted.getString("items[0].lastError")).contains("503");
            List<Receiver.Letter> before = receiver.next(12);

            receiver.alwaysAnswering(200);
            String delivery = "/v1/webhooks/" + webhook + "/deliveries/" + exhausted.getString("items[0].id");
            given().post(delivery + "/redeliver")
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith(delivery))
                    .body("state", equalTo("PENDING"));
            awaitDelivery(webhook, "DELIVERED");
            Receiver.Letter after = receiver.next();
            assertThat(after.event()).isEqualTo(before.get(0).event());
            assertThat(after.attempt()).isEqualTo(13);
            given().get(delivery).then().body("state", equalTo("DELIVERED")).body("$", not(hasKey("lastError")));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsNamedWithTheReason() {
        Receiver closed = Receiver.open();
        closed.close();
        String webhook = webhook(closed, "");
        succeeded();
        JsonPath exhausted = awaitDelivery(webhook, "EXHAUSTED");
        assertThat(exhausted.getString("items[0].lastError")).contains("127.0.0.1");
        assertThat(exhausted.getString("items[0].lastStatus")).isNull();
    }

    @Test
    void aReceiverIsToldOnlyWhatItAskedFor() {
        try (Receiver receiver = Receiver.open();
                Receiver completions = Receiver.open();
                Receiver otherModel = Receiver.open()) {
            webhook(receiver, ", \"kinds\": [\"TRAINING\"], \"events\": [\"dev.gangway.job.running.v1\"]");
            String untold = webhook(completions, ", \"kinds\": [\"COMPLETION\"]");
            String alsoUntold = id(create("{\"url\": \"" + otherModel.url() + "\", \"model\": \"other\"}"));
            JobId job = succeeded();
            assertThat(event(receiver.next()).getString("type")).isEqualTo("dev.gangway.job.running.v1");
            assertThat(gateway.show(job).getString("state")).isEqualTo("SUCCEEDED");
            assertThat(deliveries(untold).getList("items")).isEmpty();
            assertThat(deliveries(alsoUntold).getList("items")).isEmpty();
            assertThat(receiver.unread()).isEmpty();
        }
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMore() {
        try (Receiver receiver = Receiver.open().alwaysAnswering(410)) {
            String webhook = webhook(receiver, "");
            succeeded();
            JsonPath delivery = awaitDelivery(webhook, "EXHAUSTED");
            assertThat(delivery.getInt("items[0].lastStatus")).isEqualTo(410);
            given().get("/v1/webhooks/" + webhook)
                    .then()
                    .body("enabled", equalTo(false))
                    .body("$", hasKey("disabledAt"));
            succeeded();
            assertThat(deliveries(webhook).getList("items")).hasSize(1);
            String again = "/v1/webhooks/" + webhook + "/deliveries/" + delivery.getString("items[0].id");
            refused(given().post(again + "/redeliver").then(), 409, "webhook-disabled");
            refused(given().post("/v1/webhooks/" + webhook + "/test").then(), 409, "webhook-disabled");
        }
    }

    @Test
    void aTestIsSentInTheSameWay() {
        try (Receiver receiver = Receiver.open()) {
            String webhook = webhook(receiver, "");
            String location = given().post("/v1/webhooks/" + webhook + "/test")
                    .then()
                    .statusCode(202)
                    .body("type", equalTo("dev.gangway.webhook.ping.v1"))
                    .extract()
                    .header("Location");
            Receiver.Letter letter = receiver.next();
            assertThat(letter.signature())
                    .isEqualTo(Signature.of(new WebhookSecret(SECRET), letter.timestamp(), letter.body()));
            assertThat(event(letter).getString("data.webhook")).isEqualTo(webhook);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get(location).then().body("state", equalTo("DELIVERED")));
        }
    }

    @Test
    void aSecretThatIsMadeHereIsShownOnce() {
        JsonPath made = create("{\"url\": \"https://example.org/hook\"}")
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("id");
        assertThat(made.getString("secret")).hasSizeGreaterThan(40);
        assertThat(made.getList("events"))
                .containsExactly(
                        "dev.gangway.job.succeeded.v1", "dev.gangway.job.failed.v1", "dev.gangway.job.cancelled.v1");
        given().get("/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("url", equalTo("https://example.org/hook"))
                .body("enabled", equalTo(true))
                .body("$", not(hasKey("secret")));
        given().get("/v1/webhooks").then().body("items[0].id", equalTo(id)).body("items[0]", not(hasKey("secret")));
        String other =
                create("{\"url\": \"https://example.org/hook\"}").extract().path("secret");
        assertThat(other).isNotEqualTo(made.getString("secret"));
    }

    @Test
    void webhooksComeInPagesAndAreGoneWhenDeleted() {
        for (int i = 0; i < 3; i++) {
            create("{\"url\": \"https://example.org/" + i + "\"}").statusCode(201);
        }
        JsonPath first = given().get("/v1/webhooks?limit=2").jsonPath();
        assertThat(first.getList("items.url")).containsExactly("https://example.org/2", "https://example.org/1");
        JsonPath second = given().get("/v1/webhooks?limit=2&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items.url")).containsExactly("https://example.org/0");
        assertThat(second.getString("next")).isNull();
        String gone = "/v1/webhooks/" + first.getString("items[0].id");
        given().delete(gone).then().statusCode(204);
        refused(given().get(gone).then(), 404, "unknown-webhook");
        refused(given().get(gone + "/deliveries").then(), 404, "unknown-webhook");
    }

    @Test
    void deliveriesComeInPagesNewestFirst() {
        try (Receiver receiver = Receiver.open()) {
            String webhook = webhook(receiver, allEvents());
            succeeded();
            String address = "/v1/webhooks/" + webhook + "/deliveries?limit=3";
            JsonPath first = given().get(address).jsonPath();
            JsonPath second =
                    given().get(address + "&cursor=" + first.getString("next")).jsonPath();
            assertThat(first.getList("items.type"))
                    .containsExactly(
                            "dev.gangway.job.succeeded.v1",
                            "dev.gangway.job.running.v1",
                            "dev.gangway.job.admitted.v1");
            assertThat(second.getList("items.type")).containsExactly("dev.gangway.job.queued.v1");
        }
    }

    @Test
    void aTeamHasOnlySoManyWebhooks() {
        assertThat(config.webhooks().perTeam()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            create("{\"url\": \"https://example.org/" + i + "\"}").statusCode(201);
        }
        refused(create("{\"url\": \"https://example.org/20\"}"), 409, "too-many-webhooks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                              | 422 | validation-failed   | url",
                "{\"url\": \"nowhere\"}                                                          | 422 | webhook-url-invalid | url",
                "{\"url\": \"ftp://example.org/\"}                                               | 422 | webhook-url-invalid | url",
                "{\"url\": \"https://me:word@example.org/\"}                                     | 422 | webhook-url-invalid | url",
                "{\"url\": \"https://example.org/\", \"secret\": \"too-short\"}                  | 422 | validation-failed   | secret",
                "{\"url\": \"https://example.org/\", \"model\": \"No Name\"}                     | 422 | validation-failed   | model",
                "{\"url\": \"https://example.org/\", \"kinds\": []}                              | 422 | validation-failed   | kinds",
                "{\"url\": \"https://example.org/\", \"kinds\": [\"TRAINING\", \"PAINTING\"]}    | 422 | validation-failed   | kinds[1]",
                "{\"url\": \"https://example.org/\", \"events\": [\"succeeded\"]}                | 422 | validation-failed   | events[0]",
                "{\"url\": \"https://example.org/\", \"events\": [null]}                         | 422 | validation-failed   | events[0]",
                "{\"url\": \"https://example.org/\", \"evnets\": []}                             | 400 | unknown-field       | evnets",
            })
    void aWishThatCannotBeActedOnIsRefused(String body, int status, String code, String field) {
        refused(create(body), status, code).body("errors.field", hasItem(field));
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        refused(create("{\"url\": \"https://example.org/" + "x".repeat(2048) + "\"}"), 422, "validation-failed")
                .body("errors.field", hasItem("url"));
    }

    @Test
    void whatIsNotThereIsRefused() {
        String webhook = id(create("{\"url\": \"https://example.org/\"}"));
        refused(given().post("/v1/webhooks/" + UNKNOWN_ID + "/test").then(), 404, "unknown-webhook");
        String unknown = "/v1/webhooks/" + webhook + "/deliveries/" + UNKNOWN_ID;
        refused(given().get(unknown).then(), 404, "unknown-delivery");
        refused(given().post(unknown + "/redeliver").then(), 404, "unknown-delivery");
    }

    private JobId aJob() {
        return gateway.submitted("training-jobs", training(gateway.aDataset()).replace("faces", model));
    }

    private JobId succeeded() {
        JobId job = aJob();
        gateway.claimed(broker, job, 1).succeeds("result");
        gateway.awaitState(job, JobState.SUCCEEDED);
        return job;
    }

    /** A webhook of this test's model with the known secret. */
    private String webhook(Receiver receiver, String fields) {
        return id(create("{\"url\": \"" + receiver.url() + "\", \"secret\": \"" + SECRET + "\", \"model\": \"" + model
                + "\"" + fields + "}"));
    }

    private static String allEvents() {
        return ", \"events\": [\"" + String.join("\", \"", EventTypes.all()) + "\"]";
    }

    private static ValidatableResponse create(String body) {
        return json(body).post("/v1/webhooks").then();
    }

    private static String id(ValidatableResponse made) {
        return made.statusCode(201).extract().path("id");
    }

    private static JsonPath deliveries(String webhook) {
        return given().get("/v1/webhooks/" + webhook + "/deliveries").jsonPath();
    }

    private static JsonPath awaitDelivery(String webhook, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries(webhook).getString("items[0].state"))
                        .isEqualTo(state));
        return deliveries(webhook);
    }

    private static JsonPath event(Receiver.Letter letter) {
        return JsonPath.from(new String(letter.body(), StandardCharsets.UTF_8));
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
