package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.freshName;
import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.gangway.contracts.job.JobState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class HttpMannersTest {

    private static final String UNKNOWN_ID = "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11";

    private final GatewayApi gateway;

    @TestHTTPResource("/")
    URI server;

    HttpMannersTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/training-jobs,                           'GET, HEAD, OPTIONS, POST'",
        "PUT,    /v1/training-jobs/" + UNKNOWN_ID + ",        'GET, HEAD, OPTIONS'",
        "GET,    /v1/training-jobs/" + UNKNOWN_ID + "/cancel, 'OPTIONS, POST'",
        "POST,   /v1/training-jobs/" + UNKNOWN_ID + "/record/plots/gap.png, 'GET, HEAD, OPTIONS'",
        "POST,   /v1/webhooks/" + UNKNOWN_ID + ",             'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "DELETE, /v1/dead-letters/7,                          'GET, HEAD, OPTIONS'",
        "GET,    /v1/dead-letters/replay,                     'OPTIONS, POST'",
    })
    void whatDoesNotTakeAMethodNamesThoseThatItTakes(String method, String address, String allowed) {
        given().request(method, address)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("method-not-allowed"))
                .header("Allow", allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/recipes HTTP/1.1  |                                      | 400 | host-invalid",
                "GET /v1/recipes HTTP/1.1  | Host:                                | 400 | host-invalid",
                "GET /v1/recipes HTTP/1.1  | Host: a b                            | 400 | host-invalid",
                "GET /v1/recipes HTTP/1.1  | Host: a%n                            | 400 | host-invalid",
                "GET /v1/recipes HTTP/1.1  | Host: a; Host: b                     | 400 | host-invalid",
                "GET /v1/recipes HTTP/9.9  | Host: a                              | 400 | http-version-unsupported",
                "GET /v1/recipes HTTP/2.0  | Host: a                              | 400 | http-version-unsupported",
                "GET /v1/recipes FTP/1.1   | Host: a                              | 400 | http-version-unsupported",
                "GET /v1/recipes           | Host: a                              | 400 | request-malformed",
                "GARBAGE                   | Host: a                              | 400 | request-malformed",
                "GET /v1/recipes HTTP/1.1  | Host: a; No Colon                    | 400 | request-malformed",
                "GET /v1/recipes HTTP/1.1  | Host: a; Bad Name: x                 | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: x           | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: 1; Content-Length: 2 | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Transfer-Encoding: xchunked | 400 | transfer-encoding-unsupported",
                "POST /v1/uploads HTTP/1.1 | Host: a; Transfer-Encoding: gzip, chunked | 400 | transfer-encoding-unsupported",
                "POST /v1/uploads HTTP/1.1 | Host: a; Transfer-Encoding: chunked; Transfer-Encoding: identity | 400 | transfer-encoding-unsupported",
                "POST /v1/uploads HTTP/1.0 | Host: a; Transfer-Encoding: chunked  | 400 | transfer-encoding-unsupported",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: -1          | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: +5          | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: 0x5         | 400 | request-malformed",
                "POST /v1/uploads HTTP/1.1 | Host: a; Content-Length: 5 5         | 400 | request-malformed",
                "GET /v1/recipes HTTP/1.1  | Host: a; X: a{NUL}b                   | 400 | request-malformed",
                "GET /v1/recipes HTTP/1.1  | Host: a; X: a{CR}b                    | 400 | request-malformed",
                "GET /v1/re cipes HTTP/1.1 | Host: a                              | 400 | request-malformed",
                "get /v1/recipes HTTP/1.1  | Host: a                              | 405 | method-not-allowed",
                "BREW /v1/recipes HTTP/1.1 | Host: a                              | 405 | method-not-allowed",
                "OPTIONS * HTTP/1.1        | Host: a                              | 400 | parameter-invalid",
                "POST /v1/uploads HTTP/1.1 | Host: a; Expect: much; Content-Length: 20 | 417 | expectation-failed",
                "GET http://a/v1/recipes HTTP/1.1 | Host: a                       | 400 | parameter-invalid",
                "CONNECT a:80 HTTP/1.1     | Host: a                              | 400 | parameter-invalid",
                "GET /%zz HTTP/1.1         | Host: a                              | 400 | parameter-invalid",
            })
    void whatTheHttpLayerRefusesIsAProblemToo(String line, String headers, int status, String code) {
        List<String> sent = headers == null
                ? List.of()
                : List.of(headers.replace("{NUL}", "\0").replace("{CR}", "\r").split("; ", -1));
        byte[] body =
                line.startsWith("POST") ? "5\r\nhello\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8) : new byte[0];
        List<String> all = new ArrayList<>(sent);
        all.add("Connection: close");
        assertOnlyProblem(RawHttp.send(server, line, all, body), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZZ~hello~0~~                     | 400 | chunk-malformed",
                "-5~hello~0~~                     | 400 | chunk-malformed",
                "0x5~hello~0~~                    | 400 | chunk-malformed",
                "fffffffffffffffff~hello~0~~      | 400 | chunk-malformed",
                "5~hello~~0~~                     | 400 | chunk-malformed",
                "5;MUCH~hello~0~~                 | 400 | chunk-malformed",
                "5~hello~0~Much: MUCH~~           | 431 | headers-too-large",
                "5~hello~ZZ~                      | 400 | chunk-malformed",
                "100001~MUCHMUCH                  | 413 | body-too-large",
            })
    void aBodyInChunksThatAreNoneIsAProblem(String chunks, int status, String code) {
        String body = chunks.replace("~", "\r\n").replace("MUCH", "x".repeat(1 << 20));
        List<RawHttp.Answer> answers = RawHttp.send(
                server,
                "POST /v1/training-jobs HTTP/1.1",
                List.of("Host: a", "Content-Type: application/json", "Transfer-Encoding: chunked"),
                body.getBytes(StandardCharsets.UTF_8));
        assertOnlyProblem(answers, status, code);
        assertThat(answers.get(0).header("Connection")).isEqualTo("close");
    }

    @Test
    void nothingIsReadBehindABodyInChunksSinceOthersMayHaveMeasuredItOtherwise() {
        String smuggled = "GET /v1/recipes/rankgan-tiny HTTP/1.1\r\nHost: a\r\n\r\n";
        for (String length : List.of("Content-Length: 3\r\n", "")) {
            String request = "POST /v1/maintenance/collect?dryRun=perhaps HTTP/1.1\r\nHost: a\r\n" + length
                    + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n";
            String asking =
                    request.replace("POST /v1/maintenance/collect?dryRun=perhaps", "GET /v1/recipes/rankgan-tiny");
            assertThat(RawHttp.send(server, (request + smuggled).getBytes(StandardCharsets.UTF_8)))
                    .extracting(RawHttp.Answer::status)
                    .containsExactly(400);
            assertThat(RawHttp.send(server, (smuggled + asking + smuggled).getBytes(StandardCharsets.UTF_8)))
                    .extracting(RawHttp.Answer::status)
                    .containsExactly(200, 200);
        }
    }

    @Test
    void addressesAndHeadersThatAreTooLongAreProblems() {
        for (int length : new int[] {10_000, 60_000}) {
            String much = "x".repeat(length);
            assertOnlyProblem(
                    RawHttp.send(server, "GET /v1/" + much + " HTTP/1.1", List.of("Host: a"), new byte[0]),
                    414,
                    "address-too-long");
            assertOnlyProblem(
                    RawHttp.send(
                            server,
                            "GET /v1/recipes HTTP/1.1",
                            List.of("Host: a", "Much: " + much + much + much),
                            new byte[0]),
                    431,
                    "headers-too-large");
        }
    }

    @Test
    void aRefusedHeadIsAnsweredInItsTurnAndNothingBehindItIsRead() {
        String good = "GET /v1/recipes/rankgan-tiny HTTP/1.1\r\nHost: a\r\n\r\n";
        String bad = "GET /v1/recipes HTTP/9.9\r\nHost: a\r\n\r\n";
        List<RawHttp.Answer> answers = RawHttp.send(server, (good + bad + good).getBytes(StandardCharsets.UTF_8));
        assertThat(answers).extracting(RawHttp.Answer::status).containsExactly(200, 400);
    }

    @Test
    void nobodyElseCanSayThatAHeadIsRefused() {
        List<String> headers = List.of("Host: a", "Connection: close", "gangway-head-fault: MALFORMED");
        assertThat(RawHttp.send(server, "GET /v1/recipes HTTP/1.1", headers, new byte[0]))
                .extracting(RawHttp.Answer::status)
                .containsExactly(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 2,          '100,422'",
        "Transfer-Encoding: chunked, '100,422'",
        "Content-Length: 2000000,    '413'",
    })
    void whoeverAsksWhetherABodyIsWantedIsTold(String body, String statuses) {
        String request = "POST /v1/training-jobs HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/json\r\n" + body + "\r\n\r\n"
                + (body.startsWith("Content-Length") ? "{}" : "2\r\n{}\r\n0\r\n\r\n");
        assertThat(RawHttp.send(server, request.getBytes(StandardCharsets.UTF_8)))
                .extracting(answer -> Integer.toString(answer.status()))
                .containsExactly(statuses.split(",", -1));
    }

    @Test
    void whoeverOffersAnotherProtocolIsAnsweredInThisOne() {
        for (String offer : List.of("h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__", "websocket\r\nSec-WebSocket-Key: x")) {
            String upgrade =
                    "GET /v1/recipes/rankgan-tiny HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                            + "Upgrade: " + offer + "\r\n\r\n";
            String next = "GET /v1/recipes/rankgan-tiny HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            assertThat(RawHttp.send(server, (upgrade + next).getBytes(StandardCharsets.UTF_8)))
                    .extracting(RawHttp.Answer::status)
                    .containsExactly(200, 200);
        }
        assertOnlyProblem(
                RawHttp.send(server, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.UTF_8)),
                400,
                "http-version-unsupported");
    }

    @Test
    void refusedHeadsAreCounted() {
        RawHttp.send(server, "GET / HTTP/9.9", List.of("Host: a"), new byte[0]);
        given().get("/q/metrics")
                .then()
                .body(containsString("gangway_problems_total{code=\"http-version-unsupported\",status=\"400\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/recipes",
                "/v1//recipes",
                "/v1/x/../recipes",
                "/v1/./recipes",
                "/v1;a=b/recipes",
                "/v1/recipes;a=b",
                "/v1/%2e%2e/v1/recipes",
                "/v1/%74raining-jobs",
                "/v1/recipes/rankgan%2dtiny%31",
                "/v1/.%2e/v1/recipes",
                "/v1/%2E/recipes",
                "/v1%2frecipes",
                "/v1/recipes%5c",
                "/v1\\recipes",
                "/v1/%252e%252e/recipes",
                "/q/../v1/recipes",
                "/q//health"
            })
    void anAddressThatCouldBeReadInTwoWaysIsRefusedBeforeItIsRouted(String target) {
        RawHttp.Answer answer = RawHttp.get(server, target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("errors[0].field")).isEqualTo("path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/completion-jobs/" + UNKNOWN_ID + "/images/01",
                "/v1/completion-jobs/" + UNKNOWN_ID + "/images/%2B1",
                "/v1/completion-jobs/" + UNKNOWN_ID + "/images/%D9%A1",
                "/v1/completion-jobs/" + UNKNOWN_ID + "/images/-1",
                "/v1/completion-jobs/" + UNKNOWN_ID + "/images/99999999999",
                "/v1/datasets/faces/versions/01",
                "/v1/datasets/faces/versions/%D9%A1",
                "/v1/training-jobs/1-1-1-1-1",
                "/v1/completion-jobs/0B8F6F0E-3D43-4B58-9D2F-6C2F5D3A1C11/events",
                "/v1/uploads/0B8F6F0E-3D43-4B58-9D2F-6C2F5D3A1C11",
                "/v1/dead-letters/007",
                "/v1/dead-letters/%D9%A7",
                "/v1/dead-letters/99999999999999999999",
            })
    void aNumberInAnAddressIsWrittenInOneWay(String target) {
        RawHttp.Answer answer = RawHttp.get(server, target);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getString("code")).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/training-jobs?limit=%2B1",
                "/v1/training-jobs?limit=01",
                "/v1/training-jobs?limit=%D9%A1",
                "/v1/checkpoints?stage=%2B1",
                "/v1/checkpoints?stage=%D9%A1",
                "/v1/checkpoints?job=1-1-1-1-1",
                "/v1/checkpoints/" + UNKNOWN_ID + "~01~5~1"
            })
    void aNumberInAParameterIsWrittenInOneWay(String target) {
        given().urlEncodingEnabled(false).get(target).then().statusCode(400).body("code", equalTo("parameter-invalid"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/training-jobs?modle=x,                modle",
        "GET,  /v1/training-jobs?model=,                 model",
        "GET,  /v1/training-jobs?limit,                  limit",
        "GET,  /v1/training-jobs?limit=1&limit=2,        limit",
        "GET,  /v1/training-jobs?state=,                 state",
        "GET,  /v1/training-jobs/" + UNKNOWN_ID + "?a=1, a",
        "GET,  /v1/recipes?limit=1,                      limit",
        "GET,  /v1/workers?x=1,                          x",
        "POST, /v1/training-jobs/" + UNKNOWN_ID + "/preempt?dely=1, dely",
        "POST, /v1/maintenance/collect?dryrun=true,      dryrun",
    })
    void aParameterThatAnOperationDoesNotHaveIsRefused(String method, String target, String field) {
        given().urlEncodingEnabled(false)
                .request(method, target)
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"))
                .body("errors.field", hasItems(field));
    }

    @Test
    void allParametersAtFaultAreNamedAtOnce() {
        given().get("/v1/training-jobs?modle=x&dataste=y&limit=")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("modle", "dataste", "limit"));
        given().contentType("application/zip")
                .body(new byte[] {1})
                .post("/v1/datasets?nam=x&sise=32")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("nam", "sise"));
    }

    @Test
    void twoKeysForOneRequestAreRefused() {
        String body = training(gateway.aDataset());
        List<String> headers = List.of(
                "Host: a",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Idempotency-Key: one",
                "Idempotency-Key: two");
        RawHttp.Answer answer = RawHttp.send(
                        server, "POST /v1/training-jobs HTTP/1.1", headers, body.getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("errors[0].field")).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "x-unknown"})
    void aPackedBodyIsRefusedByItsEncoding(String encoding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(training(gateway.aDataset()).getBytes(StandardCharsets.UTF_8));
        }
        given().contentType("application/json")
                .header("Content-Encoding", encoding)
                .body(packed.toByteArray())
                .post("/v1/training-jobs")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity")
                .body("code", equalTo("content-encoding-unsupported"))
                .body("detail", containsString(encoding));
    }

    @Test
    void whereAJobIsDoesNotDependOnWhatTheRequestCallsTheHost() {
        json(training(gateway.aDataset()))
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .post("/v1/training-jobs")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/v1/training-jobs/"));
    }

    @Test
    void aStreamIsNeitherCachedNorHeldBackAndOneThatWasToldToItsEndIsOver() {
        try (Broker broker = gateway.broker()) {
            Worker worker = gateway.aRunningTrainingJob(broker, 1).succeeds("result");
            gateway.awaitState(worker.job(), JobState.SUCCEEDED);
            String events = "/v1/training-jobs/" + worker.job() + "/events";
            given().get(events)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-cache")
                    .header("X-Accel-Buffering", "no");
            given().header("Last-Event-ID", "4").get(events).then().statusCode(204);
            given().header("Last-Event-ID", "3")
                    .get(events)
                    .then()
                    .statusCode(200)
                    .body(containsString("id:4"));
            given().header("Last-Event-ID", "+4").get(events).then().statusCode(400);
        }
    }

    @Test
    void everyFileOfAFormNeedsAName() {
        String form = """
                --b
                Content-Disposition: form-data; name="image"

                x
                --b
                Content-Disposition: form-data; name="mask"; filename=""
                Content-Type: image/png

                x
                --b
                Content-Disposition: form-data; name="imgae"; filename="a.png"
                Content-Type: image/png

                x
                --b--
                """.replace("\n", "\r\n");
        given().contentType("multipart/form-data; boundary=b")
                .header("Idempotency-Key", freshName("key"))
                .body(form.getBytes(StandardCharsets.UTF_8))
                .post("/v1/uploads")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("image[0]", "mask[0]", "imgae"))
                .body("errors.message", hasItems(containsString("filename")));
    }

    private static void assertOnlyProblem(List<RawHttp.Answer> answers, int status, String code) {
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).status()).isEqualTo(status);
        assertThat(answers.get(0).header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answers.get(0).json().getString("code")).isEqualTo(code);
    }
}
