package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.gangway.gateway.job.Dataset;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class AllFaultsTest {

    private final GatewayApi gateway;

    AllFaultsTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Unknown, of a wrong type, missing and out of range.
                "training-jobs   | {'recpie': 1, 'modle': 2, 'dataset': 'No Name', 'datasetVersion': '7'} | recpie modle datasetVersion recipe model dataset",
                "training-jobs   | {'recipe': 12, 'model': {}, 'dataset': []}                            | recipe model dataset",
                "training-jobs   | {'recipe': 'a', 'model': 'm', 'dataset': 'd', 'retention': {'lsat': 1, 'last': 'x'}, 'x': {'y': 1}} | retention.lsat retention.last x",
                "completion-jobs | {'images': '5', 'split': 'tset', 'from': -1, 'checkpoint': 'latest', 'mask': {'kind': 'circle', 'percnt': 3}} | images split from checkpoint mask.kind mask.percnt",
                "completion-jobs | {'settings': {'lamda': 1, 'steps': 1.5}, 'checkpoint': {'stage': 'x'}} | settings.lamda settings.steps checkpoint.stage",
                "webhooks        | {'kinds': 'TRAINING', 'event': [], 'enabled': 'yes'}                  | kinds event enabled url",
                "webhooks        | {'url': 'https://example.org/', 'kinds': [1, 'TRAINING', 2]}          | kinds[0] kinds[2]",
            })
    void whatCannotBeReadIsNamedTogetherWithWhatIsMissingOrOutOfRange(String resource, String body, String fields) {
        expect(json(body.replace('\'', '"')).post("/v1/" + resource).then(), 400, fields)
                .body("detail", containsString("more at fault"));
    }

    @Test
    void aFieldOfWhichAPartCannotBeReadIsNotCalledMissing() {
        expect(json("""
                        {"recipe": "rankgan-tiny", "model": 1, "dataset": "d", "datasetVersion": "1"}""").post("/v1/training-jobs").then(), 400, "model datasetVersion");
    }

    @Test
    void onlySoManyFaultsAreLookedForInOneBody() {
        String many = String.join(
                ",",
                IntStream.range(0, 1_000).mapToObj(i -> "\"f" + i + "\": 1").toList());
        json("{" + many + "}")
                .post("/v1/training-jobs")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"))
                .body("errors.size()", equalTo(20));
    }

    @Test
    void everythingThatIsNotThereIsNamed() {
        expect(json("""
                        {"recipe": "rankgam", "model": "m", "dataset": "nowhere"}""").post("/v1/training-jobs").then(), 422, "recipe dataset");
        expect(
                json("""
                        {"recipe": "rankgan-tiny", "model": "m", "dataset": "nowhere",
                         "overrides": {"bacth": 16, "seed": "x", "stages": {"1": {"updtes": 5}, "2": {"kind": "none"}}}}""").post("/v1/training-jobs").then(),
                422,
                "overrides.bacth overrides.seed overrides.stages[1].updtes overrides.stages[2] dataset");
    }

    @Test
    void aCompletionOfWhatThereIsNotNamesAllOfIt() {
        expect(json("""
                        {"dataset": "nowhere", "images": 5, "mask": {"kind": "centre-small"},
                         "checkpoint": "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11~1~5~1"}""").post("/v1/completion-jobs").then(), 422, "checkpoint dataset");
    }

    @Test
    void everythingThatADatasetLacksIsNamed() {
        String dataset = gateway.aDataset(64, new Dataset.Images(1, 0, 0));
        expect(json(GatewayApi.training(dataset)).post("/v1/training-jobs").then(), 422, "dataset dataset dataset");
    }

    @Test
    void everyKindAndEventThatThereIsNotIsNamed() {
        expect(json("""
                        {"url": "nonsense", "kinds": ["DANCING", "TRAINING"], "events": ["a", "b"]}""").post("/v1/webhooks").then(), 422, "url kinds[0] events[0] events[1]");
    }

    @Test
    void whatIsNotThereIsNamedTogetherWithWhatNeedsNoLookingUp() {
        expect(json("""
                        {"recipe": "rankgan-tiny", "model": "No Name", "dataset": "nowhere", "retention": {"last": 0},
                         "overrides": {"bacth": 16}}""").post("/v1/training-jobs").then(), 422, "model retention.last overrides.bacth dataset");
        expect(json("""
                        {"dataset": "nowhere", "from": -1, "images": 999999999, "mask": {"kind": "image", "image": "AAAA"},
                         "checkpoint": "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11~1~5~1"}""").post("/v1/completion-jobs").then(), 422, "from images mask.image checkpoint dataset");
        expect(json("""
                        {"pictures": {"prefix": "elsewhere/"}, "mask": {"kind": "image", "image": "AAAA"}, "images": 5,
                         "checkpoint": "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11~1~5~1"}""").post("/v1/completion-jobs").then(), 422, "images mask.image pictures.prefix checkpoint");
        expect(json("""
                        {"url": "nonsense", "kinds": ["DANCING"], "events": [], "model": "No Name", "secret": "short"}""").post("/v1/webhooks").then(), 422, "url kinds[0] events model secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'url': 'nonsense', 'kinds': ['DANCING'], 'model': 'No Name', 'secret': 'short'} | 422 | url kinds[0] model secret",
                "{'url': 'nonsense', 'enabled': 'yes', 'colour': 1, 'model': 'No Name', 'events': ['a']} | 400 | url enabled colour model events[0]",
                "{'url': null, 'kinds': 'TRAINING', 'secret': 'short'} | 400 | url kinds secret",
            })
    void aPatchIsCheckedAsAWhole(String patch, int status, String fields) {
        String webhook =
                json("{\"url\": \"http://127.0.0.1:9/\"}").post("/v1/webhooks").path("id");
        expect(json(patch.replace('\'', '"')).patch("/v1/webhooks/" + webhook).then(), status, fields);
        given().delete("/v1/webhooks/" + webhook).then().statusCode(204);
    }

    @Test
    void aParameterAtFaultIsNamedTogetherWithTheBody() {
        expect(
                json("{\"recpie\": 1, \"model\": \"No Name\", \"datasetVersion\": \"7\"}")
                        .header("Idempotency-Key", "a b")
                        .post("/v1/training-jobs?colour=red&empty=")
                        .then(),
                400,
                "colour empty Idempotency-Key recpie datasetVersion model recipe dataset");
        expect(json("{\"recipe\"").post("/v1/training-jobs?colour=red").then(), 400, "colour body");
        expect(json("").post("/v1/training-jobs?colour=red").then(), 400, "colour body");
        expect(json("{\"files\": 7}").post("/v1/uploads?colour=red").then(), 400, "colour files");
    }

    @Test
    void aParameterAtFaultIsNamedTogetherWithTheForm() {
        expect(
                given().multiPart("imgae", "a.png", new byte[] {1}, "image/png")
                        .multiPart("mask", "not a file")
                        .post("/v1/uploads?colour=red")
                        .then(),
                400,
                "colour imgae mask[0]");
        expect(
                given().contentType("multipart/form-data; boundary=b")
                        .get("/v1/training-jobs?colour=red&limit=0")
                        .then(),
                400,
                "colour limit");
    }

    @Test
    void everyTextThatIsNoneIsNamed() {
        expect(json("""
                        {"recipe": "\\ud800", "model": "a\\u0000", "dataset": "No Name", "overrides": {"\\udc00": 1}}""").post("/v1/training-jobs").then(), 400, "recipe model overrides.? dataset");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/training-jobs?modle=x&state=DONE&limit=&createdAfter=yesterday&cursor=!, modle state limit createdAfter cursor",
        "/v1/training-jobs?limit=5&limit=6&dataset=&createdBefore=x, limit dataset createdBefore",
        "/v1/checkpoints?jbo=x&stage=-1x&model=, jbo stage model",
        "/v1/training-jobs?state=DONE&createdAfter=x&createdBefore=y&limit=0&cursor=!, state createdAfter createdBefore limit cursor",
        "/v1/checkpoints?job=x&stage=y&limit=z&cursor=!, job stage limit cursor",
        "/v1/dead-letters?order=up&limit=0&cursor=!, order limit cursor",
    })
    void everyParameterThatMakesNoSenseIsNamed(String address, String fields) {
        expect(given().get(address).then(), 400, fields);
    }

    @Test
    void everyParameterOfAnImportIsNamed() {
        expect(
                given().contentType("application/zip")
                        .body(new byte[] {1})
                        .post("/v1/datasets?name=No&size=33&crop=1&shares=1,1&seed=x")
                        .then(),
                400,
                "name size crop shares seed");
        expect(
                given().contentType("application/zip")
                        .body(new byte[] {1})
                        .post("/v1/datasets?nmae=x&size=33")
                        .then(),
                400,
                "name nmae size");
    }

    private static ValidatableResponse expect(ValidatableResponse answer, int status, String fields) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        containsInAnyOrder(List.of(fields.split(" ")).toArray()));
    }
}
