package dev.gangway.artifacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCallsTest {

    private static HttpServer server;
    private static ObjectStore store;
    private static volatile int status;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] error = "<Error><Code>Some</Code><Message>some</Message></Error>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, error.length);
            exchange.getResponseBody().write(error);
            exchange.close();
        });
        server.start();
        store = ObjectStore.open(new StoreSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "anybody",
                "anything",
                "bucket",
                "us-east-1"));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 520})
    void anErrorOfTheStoresOwnIsWorthAnotherTry(int answered) {
        assertThat(failureAt(answered)).isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 501, 507})
    void whatNoTryWouldChangeIsARefusal(int answered) {
        assertThat(failureAt(answered)).isInstanceOf(StoreRefusedException.class);
    }

    private static Throwable failureAt(int answered) {
        status = answered;
        return catchThrowable(() -> store.get("some/key", 1_000));
    }
}
