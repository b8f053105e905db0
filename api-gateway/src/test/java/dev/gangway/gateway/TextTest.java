package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class TextTest {

    private final GatewayApi gateway;
    private final DataSource database;
    private final String key = freshName("key");

    @TestHTTPResource("/")
    URI server;

    TextTest(GatewayApi gateway, DataSource database) {
        this.gateway = gateway;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83dz", "\\u0000", "\\uDE00\\uD83D"})
    void whatIsNoTextIsRefusedBeforeAnythingIsDoneAndLeavesItsKeyFree(String text) {
        String dataset = gateway.aDataset();
        String body = training(dataset).replace("}", ", \"overrides\": {\"description\": \"" + text + "\"}}");
        submitted(body)
                .then()
                .statusCode(400)
                .body("code", equalTo("body-malformed"))
                .body("errors[0].field", equalTo("overrides.description"));
        given().queryParam("dataset", dataset).get("/v1/training-jobs").then().body("items.size()", equalTo(0));
        submitted(training(dataset)).then().statusCode(202).header("Idempotency-Replayed", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training-jobs   | {\"overrides\": {\"stages\": {\"\\ud800\": 1}}}           | overrides.stages.?",
                "training-jobs   | {\"\\u0000\": 1}                                          | ?",
                "completion-jobs | {\"pictures\": {\"prefix\": \"uploads/default/\\u0000/\"}} | pictures.prefix",
                "completion-jobs | {\"pictures\": {\"prefix\": \"uploads/default/\\ud800/\"}} | pictures.prefix",
                "webhooks        | {\"url\": \"https://example.org/\\ud800\"}                | url",
                "webhooks        | {\"url\": \"https://example.org/\", \"kinds\": [\"TRAINING\", \"\\ud800\"]} | kinds[1]",
                "uploads         | {\"files\": [\"images/a.png\", \"images/\\ud800.png\"]}   | files[1]",
                "uploads         | {\"files\": [\"images/\\u0000.png\"]}                     | files[0]",
            })
    void everyNameAndTextOfEveryJsonBodyIsChecked(String resource, String body, String field) {
        json(body)
                .post("/v1/" + resource)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("body-malformed"))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void halfASurrogatePairInBytesIsRefusedToo() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"recipe\": \"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        given().contentType("application/json")
                .body(body.toByteArray())
                .post("/v1/training-jobs")
                .then()
                .statusCode(400)
                .body("code", equalTo("body-malformed"));
    }

    @Test
    void aTextThatIsLongerThanAnyFieldIsRefusedByItsName() {
        json("{\"recipe\": \"" + "x".repeat(100_001) + "\"}")
                .post("/v1/training-jobs")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("recipe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/training-jobs",
                "/v1/completion-jobs",
                "/v1/checkpoints",
                "/v1/datasets",
                "/v1/webhooks",
                "/v1/dead-letters"
            })
    void aCursorThatNoListGaveOutIsRefused(String list) {
        for (String key : List.of(
                "\0",
                "a\0",
                "x",
                "2026-01-02T03:04:05Z",
                "+1000000000-12-31T23:59:59Z\u001f0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11",
                "2026-01-02T03:04:05Z\u001f1-1-1-1-1",
                "2026-01-02T03:04:05Z\u001f0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11\u001fx",
                "١",
                "+1",
                "No Name")) {
            String cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
            if (key.equals("x") && list.equals("/v1/datasets")) {
                continue;
            }
            given().queryParam("cursor", cursor)
                    .get(list)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("parameter-invalid"))
                    .body("errors[0].field", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/training-jobs?model=%00",
                "/v1/training-jobs?model=%ff",
                "/v1/training-jobs?model=%ED%A0%80",
                "/v1/training-jobs?model=%zz",
                "/v1/datasets/a%00",
                "/v1/datasets/%ff",
                "/v1/checkpoints?model=a%00b",
                "/v1/dead-letters?topic=%00",
                "/q/openapi?format=%00",
                "/v1/recipes?=1",
                "/v1/recipes?a=1&&b=2"
            })
    void anAddressThatIsNoTextIsRefused(String target) {
        RawHttp.Answer answer = RawHttp.get(server, target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo("parameter-invalid");
    }

    @Test
    void theNamesOfAFormsPartsAreChecked() {
        String form = """
                --b
                Content-Disposition: form-data; name="image"; filename="a%s.png"
                Content-Type: image/png

                x
                --b--
                """.replace("\n", "\r\n").formatted("\0");
        given().contentType("multipart/form-data; boundary=b")
                .body(form.getBytes(StandardCharsets.UTF_8))
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].message", containsString("filename must not hold"));
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAnErrorHereAndFreesItsKey() throws SQLException {
        for (int attempt = 0; attempt < 2; attempt++) {
            given().header("Idempotency-Key", key)
                    .post("/v1/unwritable")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal-error"));
        }
        assertThat(reservations()).isZero();
        given().post("/v1/unwritable").then().statusCode(500).body(containsString("internal-error"));
    }

    private Response submitted(String body) {
        return json(body).header("Idempotency-Key", key).post("/v1/training-jobs");
    }

    private int reservations() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT count(*) FROM idempotent_request WHERE key = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
