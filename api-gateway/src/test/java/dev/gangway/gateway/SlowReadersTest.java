package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SlowReadersTest {

    /** More than the buffers between the gateway and its client hold. */
    private static final int LARGE = 16 << 20;

    /** As many long answers as one address may read at once. */
    private static final int MOST = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GatewayApi gateway;
    private final RunRecordStore records;
    private final MeterRegistry meters;
    private final List<Socket> connections = new ArrayList<>();
    private String path;

    @TestHTTPResource("/")
    URI address;

    SlowReadersTest(GatewayApi gateway, RunRecordStore records, MeterRegistry meters) {
        this.gateway = gateway;
        this.records = records;
        this.meters = meters;
    }

    @BeforeEach
    void write() {
        JobId job = gateway.aTrainingJob();
        records.put(new CheckpointLine(TeamId.DEFAULT, "faces", job), 1, "curves.csv", new byte[LARGE]);
        path = "/v1/training-jobs/" + job + "/record/curves.csv";
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void onlySoManyReadLongAnswersAtOnceAndThoseWhoVanishOrDoNotReadHoldNothingForLong() throws IOException {
        try (LoudLog log = LoudLog.listen()) {
            for (int i = 0; i < MOST; i++) {
                ask();
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reading()).isEqualTo(MOST));
            given().get(path).then().statusCode(429).header("Retry-After", "5").contentType("application/problem+json");
            given().get("/v1/training-jobs").then().statusCode(200);
            for (Socket connection : connections.subList(0, MOST / 2)) {
                connection.close();
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reading()).isZero());
            assertThat(given().get(path).then().statusCode(200).extract().asByteArray())
                    .hasSize(LARGE);
            assertThat(log.lines()).isEmpty();
        }
    }

    private double reading() {
        return meters.get("gangway.work").tag("kind", "answer").gauge().value();
    }

    private void ask() throws IOException {
        Socket connection = new Socket();
        connection.setReceiveBufferSize(4096);
        connection.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        connection
                .getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        connections.add(connection);
    }
}
