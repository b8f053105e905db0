package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.gangway.gateway.config.GatewayConfig;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ConnectionLimitTest {

    /** Of this machine, and not the one that all other tests come from. */
    private static final String ADDRESS = "127.0.0.2";

    private static final int PATIENCE_MILLIS = 10_000;

    private final MeterRegistry meters;
    private final GatewayConfig config;
    private final List<Socket> connections = new ArrayList<>();

    @TestHTTPResource("/")
    URI server;

    ConnectionLimitTest(MeterRegistry meters, GatewayConfig config) {
        this.meters = meters;
        this.config = config;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnectionsOpenWhetherItAsksOrNotAndOthersHaveTheirs() throws IOException {
        int most = config.bodies().connectionsPerAddress();
        double before = open();
        for (int i = 0; i < most; i++) {
            connect();
        }
        await().untilAsserted(() -> assertThat(open()).isGreaterThanOrEqualTo(before + most));
        assertThat(heard(connect()))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 5", "application/problem+json", "\"code\":\"saturated\"");
        given().get("/q/metrics").then().statusCode(200).body(containsString("gangway_connections_refused_total"));
        assertThat(meters.get("gangway.connections.refused").counter().count()).isPositive();
        hangUp();
        await().atMost(Duration.ofMillis(PATIENCE_MILLIS))
                .untilAsserted(() -> assertThat(open()).isLessThan(before + most));
        Socket again = connect();
        again.getOutputStream()
                .write("GET /q/health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(heard(again)).startsWith("HTTP/1.1 200 ");
    }

    private double open() {
        return meters.get("gangway.connections").gauge().value();
    }

    private Socket connect() throws IOException {
        Socket connection = new Socket();
        connection.bind(new InetSocketAddress(ADDRESS, 0));
        connection.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        connection.setSoTimeout(PATIENCE_MILLIS);
        connections.add(connection);
        return connection;
    }

    private static String heard(Socket connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
