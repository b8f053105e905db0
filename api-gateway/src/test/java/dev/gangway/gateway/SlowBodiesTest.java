package dev.gangway.gateway;

import static dev.gangway.gateway.GatewayApi.json;
import static dev.gangway.gateway.GatewayApi.training;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SlowBodiesTest {

    private static final int MANY = 500;
    private static final int FEW = 60;
    private static final int TRIES = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GatewayApi gateway;
    private final MeterRegistry meters;
    private LoudLog log;

    @TestHTTPResource("/")
    URI address;

    SlowBodiesTest(GatewayApi gateway, MeterRegistry meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    @BeforeEach
    void listen() {
        log = LoudLog.listen();
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gauge("gangway.bodies")).isZero();
            assertThat(gauge("gangway.bodies.bytes")).isZero();
        });
        log.close();
        assertThat(log.lines()).isEmpty();
    }

    /** Every way to send a body. */
    private static final List<String> WAYS = List.of(
            "POST /v1/training-jobs|application/json|Content-Length: 5000",
            "POST /v1/training-jobs|application/json|Transfer-Encoding: chunked",
            "POST /v1/completion-jobs|application/json|Content-Length: 5000\r\nIdempotency-Key: slow",
            "POST /v1/uploads|multipart/form-data; boundary=part|Content-Length: 5000",
            "POST /v1/datasets?name=slow|application/zip|Content-Length: 5000",
            "PATCH /v1/webhooks/none|application/merge-patch+json|Content-Length: 5000",
            "POST /v1/nowhere|text/plain|Content-Length: 5000",
            "DELETE /v1/webhooks/none|text/plain|Content-Length: 5000");

    /** Every way not to come to the end of a head. */
    private static final List<String> HEADS =
            List.of("", "GET /", "POST /v1/datasets HTTP/1.1\r\nHost: gateway\r\nSlow: ");

    @Test
    void fiveHundredSendersOfAByteEveryTwoSecondsHinderNobodyAndAreCutOff() {
        gateway.awaitState(gateway.aTrainingJob(), JobState.ADMITTED);
        try (SlowSenders slow = new SlowSenders(address, many(MANY, SlowBodiesTest::begun));
                SlowSenders slower = new SlowSenders(address, many(FEW, i -> HEADS.get(i % HEADS.size())));
                Broker broker = gateway.broker()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gauge("gangway.bodies")).isEqualTo(MANY));
            assertThat(usualMillis("live")).isLessThan(100);
            assertThat(usualMillis("ready")).isLessThan(100);
            JobId job = gateway.aTrainingJob();
            gateway.claimed(broker, job, 1).succeeds("result");
            gateway.awaitState(job, JobState.SUCCEEDED);
            assertThat(gauge("gangway.bodies"))
                    .as("they were there all the while")
                    .isEqualTo(MANY);
            assertThat(slow.answers()).allSatisfy(answer -> assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"request-timeout\""));
            slower.areHungUpOn();
        }
    }

    @Test
    void sendersWhoVanishLeaveNothingButALineForThoseWhoDebug() {
        SlowSenders slow = new SlowSenders(address, many(MANY, SlowBodiesTest::begun));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gauge("gangway.bodies")).isEqualTo(MANY));
        slow.close();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gauge("gangway.bodies")).isZero());
        json(training(gateway.aDataset())).post("/v1/training-jobs").then().statusCode(202);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** The median of a few tries: other processes may have the cores for a moment. */
    private static long usualMillis(String check) {
        long[] tries = LongStream.range(0, TRIES)
                .map(i -> given().get("/q/health/" + check)
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(200)
                        .extract()
                        .time())
                .sorted()
                .toArray();
        return tries[TRIES / 2];
    }

    private static List<String> many(int count, IntFunction<String> beginning) {
        return IntStream.range(0, count).mapToObj(beginning).toList();
    }

    /** The beginning of a request from its first line, type and length. */
    private static String begun(int way) {
        String[] parts = WAYS.get(way % WAYS.size()).split("\\|", -1);
        return parts[0] + " HTTP/1.1\r\nHost: gateway\r\nContent-Type: " + parts[1] + "\r\n" + parts[2] + "\r\n\r\n"
                + (parts[2].contains("chunked") ? "1000\r\n" : "");
    }
}
