package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.gangway.gateway.job.Dataset;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class BadInputTest {

    private static final String UNKNOWN_ID = "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11";

    private final GatewayApi gateway;

    BadInputTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                              | 400 | body-malformed    |",
                "[]                                                             | 400 | body-malformed    |",
                "\"text\"                                                       | 400 | body-malformed    |",
                "{} trailing                                                    | 400 | body-malformed    |",
                "{\"recipe\": 12, \"model\": \"m\", \"dataset\": \"DATASET\"}   | 400 | body-malformed    | recipe",
                "{\"recipe\": \"a\", \"recipe\": \"b\"}                         | 400 | body-malformed    |",
                "{\"recpie\": \"rankgan\"}                                      | 400 | unknown-field     | recpie",
                "{}                                                             | 422 | validation-failed | dataset",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"No Name\", \"dataset\": \"DATASET\"}   | 422 | validation-failed | model",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"../x\"}            | 422 | validation-failed | dataset",
                "{\"recipe\": \"rankgam\", \"model\": \"m\", \"dataset\": \"DATASET\"}              | 422 | unknown-recipe    | recipe",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"nowhere\"}         | 422 | unknown-dataset   | dataset",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"datasetVersion\": 9} | 422 | unknown-dataset | datasetVersion",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"datasetVersion\": 1.5} | 400 | body-malformed | datasetVersion",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": {\"batch\": 1}} | 422 | validation-failed | overrides.batch",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": {\"stages\": {\"2\": {\"updates\": -5}}}} | 422 | validation-failed | overrides.stages[2].updates",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": {\"bacth\": 16}} | 422 | overrides-malformed | overrides.bacth",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": 5}  | 422 | overrides-malformed | overrides",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": {\"batch\": 512}} | 422 | dataset-too-small | dataset",
                "{\"recipe\": \"rankgan-tiny\", \"model\": \"m\", \"dataset\": \"DATASET\", \"overrides\": {\"network\": {\"imageSize\": 64}}} | 422 | image-size-mismatch | dataset",
            })
    void aTrainingRequestThatCannotBeActedOnIsRefused(String body, int status, String code, String field) {
        String dataset = gateway.aDataset();
        expect(json(body.replace("DATASET", dataset)).post("/v1/training-jobs").then(), status, code, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"images\": 5, \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}, \"checkpoint\": \"CHECKPOINT\" | 422 | unknown-checkpoint | checkpoint",
                "\"images\": 5, \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}, \"checkpoint\": {\"trainingJob\": \"UNKNOWN\", \"stage\": 1} | 422 | unknown-checkpoint | checkpoint",
                "\"images\": 5, \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}, \"checkpoint\": {\"trainingJob\": \"UNKNOWN\"} | 422 | validation-failed | checkpoint.stage",
                "\"images\": 5, \"mask\": {\"kind\": \"centre-square\", \"percent\": 25}, \"checkpoint\": \"latest\" | 400 | body-malformed | checkpoint",
                "\"images\": 5, \"mask\": {\"kind\": \"circle\"}, \"checkpoint\": \"CHECKPOINT\" | 400 | body-malformed | mask.kind",
                "\"images\": 5, \"mask\": {\"kind\": \"centre-square\"}, \"checkpoint\": \"CHECKPOINT\" | 422 | validation-failed | mask.percent",
                "\"images\": 0, \"mask\": {\"kind\": \"centre-small\"}, \"checkpoint\": \"CHECKPOINT\" | 422 | validation-failed | images",
                "\"images\": 5, \"from\": -1, \"mask\": {\"kind\": \"centre-small\"}, \"checkpoint\": \"CHECKPOINT\" | 422 | validation-failed | from",
                "\"images\": 5, \"split\": \"tset\", \"mask\": {\"kind\": \"centre-small\"}, \"checkpoint\": \"CHECKPOINT\" | 400 | body-malformed | split",
            })
    void aCompletionRequestThatCannotBeActedOnIsRefused(String fields, int status, String code, String field) {
        String body = "{\"dataset\": \"" + gateway.aDataset() + "\", " + fields + "}";
        expect(
                json(body.replace("CHECKPOINT", UNKNOWN_ID + "~1~5~1").replace("UNKNOWN", UNKNOWN_ID))
                        .post("/v1/completion-jobs")
                        .then(),
                status,
                code,
                field);
    }

    @Test
    void aDatasetWithoutHeldOutImagesCannotBeTrainedOn() {
        String dataset = gateway.aDataset(32, new Dataset.Images(100, 0, 0));
        expect(gateway.submit("training-jobs", GatewayApi.training(dataset)), 422, "dataset-without-validation", null);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/training-jobs/" + UNKNOWN_ID + ",         404, unknown-job",
        "GET,    /v1/training-jobs/seven,                      404, not-found",
        "POST,   /v1/training-jobs/" + UNKNOWN_ID + "/cancel,  404, unknown-job",
        "GET,    /v1/training-jobs/" + UNKNOWN_ID + "/events,  404, unknown-job",
        "GET,    /v1/completion-jobs/" + UNKNOWN_ID + ",       404, unknown-job",
        "GET,    /v1/datasets/nowhere,                         404, unknown-dataset",
        "GET,    /v1/datasets/nowhere/versions/1,              404, unknown-dataset",
        "GET,    /v1/checkpoints/" + UNKNOWN_ID + "~1~5~1,     404, unknown-checkpoint",
        "GET,    /v1/recipes/rankgam,                          404, unknown-recipe",
        "GET,    /v1/nowhere,                                  404, not-found",
        "GET,    /nowhere,                                     404, not-found",
        "GET,    /v1/checkpoints/latest,                       400, parameter-invalid",
        "GET,    /v1/training-jobs?state=DONE,                 400, parameter-invalid",
        "GET,    /v1/training-jobs?limit=0,                    400, parameter-invalid",
        "GET,    /v1/training-jobs?limit=201,                  400, parameter-invalid",
        "GET,    /v1/training-jobs?limit=many,                 400, parameter-invalid",
        "GET,    /v1/training-jobs?createdAfter=yesterday,     400, parameter-invalid",
        "GET,    /v1/training-jobs?createdAfter=%2B999999999-12-31T23:59:59Z, 400, parameter-invalid",
        "GET,    /v1/training-jobs?createdBefore=-999999999-01-01T00:00:00Z, 400, parameter-invalid",
        "GET,    /v1/training-jobs?model=%00,                  400, parameter-invalid",
        "GET,    /v1/datasets/a%00,                            400, parameter-invalid",
        "POST,   /v1/maintenance/collect?dryRun=yes,           400, parameter-invalid",
        "POST,   /v1/dead-letters/replay?again=maybe,          400, parameter-invalid",
        "GET,    /v1/training-jobs?cursor=%21%21,              400, parameter-invalid",
        "GET,    /v1/training-jobs?cursor=YQ,                  400, parameter-invalid",
        "GET,    /v1/checkpoints?job=seven,                    400, parameter-invalid",
    })
    void anAddressThatLeadsNowhereIsRefused(String method, String address, int status, String code) {
        expect(given().urlEncodingEnabled(false).request(method, address).then(), status, code, null);
    }

    @Test
    void aBodyOfAnotherMediaTypeIsRefused() {
        expect(
                given().contentType("text/plain")
                        .body("hello")
                        .post("/v1/training-jobs")
                        .then(),
                415,
                "media-type-unsupported",
                null);
    }

    @Test
    void aMediaTypeThatIsNotMadeHereIsRefused() {
        expect(given().accept("image/png").get("/v1/training-jobs").then(), 406, "not-acceptable", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\nx",
                "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--b",
            })
    void aFormThatIsNoneIsRefused(String form) {
        expect(
                given().contentType("multipart/form-data; boundary=b")
                        .body(form.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/uploads")
                        .then(),
                400,
                "body-malformed",
                "body");
    }

    @Test
    void aMissingBodyIsRefused() {
        expect(given().contentType("application/json").post("/v1/training-jobs").then(), 400, "body-missing", null);
    }

    @Test
    void aJsonBodyThatIsTooLargeIsRefused() {
        String body = "{\"recipe\": \"" + "x".repeat(2_000_000) + "\"}";
        expect(json(body).post("/v1/training-jobs").then(), 413, "body-too-large", null);
    }

    @Test
    void aBodyThatIsNestedTooDeepIsRefused() {
        String body = "{\"overrides\": " + "[".repeat(1_100) + "]".repeat(1_100) + "}";
        expect(json(body).post("/v1/training-jobs").then(), 400, "body-malformed", null);
    }

    @Test
    void anIdempotencyKeyThatIsTooLongIsRefused() {
        expect(
                json(GatewayApi.training(gateway.aDataset()))
                        .header("Idempotency-Key", "k".repeat(201))
                        .post("/v1/training-jobs")
                        .then(),
                400,
                "parameter-invalid",
                "Idempotency-Key");
    }

    @Test
    void aMalformedBodyIsNamedByLineAndColumn() {
        json("{\n  \"recipe\": oops\n}")
                .post("/v1/training-jobs")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 2, column"));
    }

    @Test
    void refusalsAreCounted() {
        given().get("/v1/recipes/rankgam").then().statusCode(404);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("gangway_problems_total{code=\"unknown-recipe\",status=\"404\"}"));
    }

    private static void expect(ValidatableResponse answer, int status, String code, String field) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:gangway:problem:" + code))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("detail", not(containsString("Exception")));
        if (field != null) {
            answer.body("errors.field", hasItem(field));
        }
    }
}
