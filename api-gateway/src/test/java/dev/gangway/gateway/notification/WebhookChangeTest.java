package dev.gangway.gateway.notification;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.job.WebhookSecret;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class WebhookChangeTest {

    private static final String FIRST = "the-first-secret-of-the-receiver";
    private static final String SECOND = "the-second-secret-of-the-receiver";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource database;

    WebhookChangeTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void leaveNothing() {
        List<String> left = given().get("/v1/webhooks?limit=200").path("items.id");
        left.forEach(id -> given().delete("/v1/webhooks/" + id).then().statusCode(204));
    }

    @Test
    void whatAPatchDoesNotNameStaysAndWhatIsNullIsAsIfItHadBeenLeftOut() {
        String webhook = webhook("https://example.org/hook", """
                , "model": "faces", "kinds": ["TRAINING"], "events": ["dev.gangway.job.running.v1"]""");
        patch(webhook, """
                {"url": "https://example.org/elsewhere", "kinds": ["COMPLETION"], "model": null}""")
                .statusCode(200)
                .body("id", equalTo(webhook))
                .body("$", not(hasKey("secret")))
                .body("$", not(hasKey("formerSecretUntil")));
        given().get("/v1/webhooks/" + webhook)
                .then()
                .body("url", equalTo("https://example.org/elsewhere"))
                .body("kinds", equalTo(List.of("COMPLETION")))
                .body("events", equalTo(List.of("dev.gangway.job.running.v1")))
                .body("$", not(hasKey("model")));
        patch(webhook, "{\"events\": null}").body("events.size()", equalTo(3));
        patch(webhook, "{}").statusCode(200).body("kinds", equalTo(List.of("COMPLETION")));
    }

    @Test
    void aReceiverThatWasGoneIsToldAgainWhenItIsSwitchedOn() {
        try (Receiver receiver = Receiver.open().answering(410)) {
            String webhook = webhook(receiver.url(), "");
            ping(webhook);
            assertThat(receiver.next().attempt()).isEqualTo(1);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> given().get("/v1/webhooks/" + webhook).then().body("enabled", equalTo(false)));
            patch(webhook, "{\"enabled\": true}")
                    .statusCode(200)
                    .body("enabled", equalTo(true))
                    .body("$", not(hasKey("disabledAt")));
            ping(webhook);
            assertThat(receiver.next().attempt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsOnItsWayToAWebhookThatIsSwitchedOffIsGivenUp() {
        try (Receiver receiver = Receiver.open().alwaysAnswering(429).askingToRetryAfter("3600")) {
            String webhook = webhook(receiver.url(), "");
            String delivery = ping(webhook);
            receiver.next();
            patch(webhook, "{\"enabled\": false}")
                    .statusCode(200)
                    .body("enabled", equalTo(false))
                    .body("$", hasKey("disabledAt"));
            given().get(delivery)
                    .then()
                    .body("state", equalTo("EXHAUSTED"))
                    .body("lastError", equalTo("the webhook was switched off"));
            refused(given().post("/v1/webhooks/" + webhook + "/test").then(), 409, "webhook-disabled");
        }
    }

    @Test
    void aWebhookMayBeMadeSwitchedOff() {
        String webhook = webhook("https://example.org/hook", ", \"enabled\": false");
        refused(given().post("/v1/webhooks/" + webhook + "/test").then(), 409, "webhook-disabled");
    }

    @Test
    void eventsAreSignedWithTheFormerSecretTooForADay() {
        try (Receiver receiver = Receiver.open()) {
            String webhook = webhook(receiver.url(), "");
            String until = patch(webhook, "{\"secret\": \"" + SECOND + "\"}")
                    .statusCode(200)
                    .body("secret", equalTo(SECOND))
                    .extract()
                    .path("formerSecretUntil");
            assertThat(Instant.parse(until)).isAfter(Instant.now().plus(Duration.ofHours(23)));
            ping(webhook);
            Receiver.Letter letter = receiver.next();
            assertThat(letter.signature())
                    .isEqualTo(signature(letter, SECOND) + "," + signature(letter, FIRST))
                    .matches("v1=[0-9a-f]{64},v1=[0-9a-f]{64}");
            patch(webhook, "{\"secret\": \"" + SECOND + "\"}").body("formerSecretUntil", equalTo(until));
        }
    }

    @Test
    void aSecretThatIsNullIsMadeHereAndShown() {
        String webhook = webhook("https://example.org/hook", "");
        String made = patch(webhook, "{\"secret\": null}").extract().path("secret");
        assertThat(made).startsWith("whsec_").hasSizeGreaterThan(40);
        given().get("/v1/webhooks/" + webhook).then().body("$", not(hasKey("secret")));
    }

    @Test
    void aPatchMayCallItselfJson() {
        String webhook = webhook("https://example.org/hook", "");
        json("{\"model\": \"faces\"}")
                .patch("/v1/webhooks/" + webhook)
                .then()
                .statusCode(200)
                .body("model", equalTo("faces"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"url\": null}                                    | 422 | validation-failed   | url",
                "{\"url\": \"nowhere\"}                             | 422 | webhook-url-invalid | url",
                "{\"url\": \"https://me:word@example.org/\"}        | 422 | webhook-url-invalid | url",
                "{\"secret\": \"too-short\"}                        | 422 | validation-failed   | secret",
                "{\"model\": \"No Name\"}                           | 422 | validation-failed   | model",
                "{\"kinds\": []}                                    | 422 | validation-failed   | kinds",
                "{\"events\": [\"succeeded\"]}                      | 422 | validation-failed   | events[0]",
                "{\"enabled\": \"perhaps\"}                         | 400 | body-malformed      | enabled",
                "{\"url\": {\"host\": \"example.org\"}}             | 400 | body-malformed      | url",
                "{\"id\": \"0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11\"} | 400 | unknown-field       | id",
            })
    void aChangeThatCannotBeMadeIsRefusedAndChangesNothing(String body, int status, String code, String field) {
        String webhook = webhook("https://example.org/hook", "");
        refused(patch(webhook, body), status, code).body("errors.field", hasItem(field));
        given().get("/v1/webhooks/" + webhook).then().body("url", equalTo("https://example.org/hook"));
    }

    @Test
    void aWebhookWhoseAddressWouldBeRefusedTodayCanBeSwitchedOff() throws SQLException {
        String webhook = webhook("https://example.org/hook", "");
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE webhook SET url = url || ? WHERE id = ?")) {
            update.setString(1, "%C3%A4".repeat(700));
            update.setObject(2, UUID.fromString(webhook));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        patch(webhook, "{\"enabled\": false}").statusCode(200).body("enabled", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[]|400|body-malformed", "7|400|body-malformed", "{|400|body-malformed", "|400|body-missing"})
    void aPatchIsAnObject(String body, int status, String code) {
        refused(patch(webhook("https://example.org/hook", ""), body == null ? "" : body), status, code);
    }

    @Test
    void aWebhookThatIsNotThereIsNotChanged() {
        refused(patch("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11", "{}"), 404, "unknown-webhook");
    }

    private static String webhook(String url, String fields) {
        return json("{\"url\": \"" + url + "\", \"secret\": \"" + FIRST + "\"" + fields + "}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse patch(String webhook, String body) {
        return given().contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/webhooks/" + webhook)
                .then();
    }

    private static String ping(String webhook) {
        return given().post("/v1/webhooks/" + webhook + "/test")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static String signature(Receiver.Letter letter, String secret) {
        return Signature.of(new WebhookSecret(secret), letter.timestamp(), letter.body());
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
