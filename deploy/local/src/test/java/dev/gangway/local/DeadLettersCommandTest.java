package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.LocalSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it speaks to the gateway; what the gateway does is tested there. */
class DeadLettersCommandTest {

    private static final String LETTER = """
            {"offset": %d, "at": "2026-01-02T03:04:05Z", "code": "body-malformed", "replays": 2,
             "origin": {"topic": "gangway.job-events"}, "body": "{\\"job\\": 12"}""";

    private final List<String> requests = new ArrayList<>();

    @TempDir
    private Path folder;

    private HttpServer server;
    private CommandRun gangway;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/dead-letters", this::answer);
        server.start();
        Home home = new Home(folder);
        Files.writeString(
                folder.resolve("layout.properties"),
                "gateway=" + server.getAddress().getPort() + "\n");
        gangway = new CommandRun(new LocalSystem(home, new Checkout(folder)), new Checkout(folder));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theyAreListedPageByPageUpToTheLimit() {
        assertThat(gangway.execute("dead-letters", "list", "--topic", "gangway.job-events", "--code", "a b"))
                .isZero();
        assertThat(gangway.output())
                .containsPattern("9 +2026-01-02T03:04:05Z +body-malformed +gangway.job-events +2")
                .containsPattern("(?m)^4 +");
        assertThat(requests)
                .containsExactly(
                        "GET ?topic=gangway.job-events&code=a+b",
                        "GET ?topic=gangway.job-events&code=a+b&cursor=second");

        assertThat(gangway.execute("dead-letters", "list", "--limit", "1")).isZero();
        assertThat(gangway.output()).doesNotContainPattern("(?m)^4 +");
    }

    @Test
    void oneIsShownWithItsBody() {
        assertThat(gangway.execute("dead-letters", "show", "9")).isZero();
        assertThat(gangway.output()).contains("\"body\" : \"{\\\"job\\\": 12\"");
    }

    @Test
    void thoseThatAreNamedAreReplayedAndItIsSaidOfWhichItWasDoneBefore() {
        assertThat(gangway.execute("dead-letters", "replay", "9", "4")).isZero();
        assertThat(gangway.output())
                .contains("9 is sent to gangway.job-events again", "4 is sent to gangway.job-events again")
                .contains("for the 3. time; the last was 2026-01-01T00:00:00Z");
        assertThat(requests).containsExactly("POST /9/replay", "POST /4/replay");
    }

    @Test
    void allOfACodeAreReplayedInAsManyCallsAsItTakes() {
        assertThat(gangway.execute("dead-letters", "replay", "--all", "--code", "type-unknown"))
                .isZero();
        assertThat(gangway.output()).contains("3 sent again, 1 skipped that were sent before, 0 left");
        assertThat(requests)
                .containsExactly(
                        "POST /replay?code=type-unknown&again=false",
                        "POST /replay?code=type-unknown&cursor=second&again=false");
    }

    @Test
    void withoutOffsetsAllHasToBeSaid() {
        assertThat(gangway.execute("dead-letters", "replay")).isEqualTo(2);
        assertThat(gangway.errors()).contains("either the offsets", "or --all");
        assertThat(gangway.execute("dead-letters", "replay", "9", "--all")).isEqualTo(2);
        assertThat(gangway.execute("dead-letters")).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void aRefusalIsToldInASentence() {
        assertThat(gangway.execute("dead-letters", "show", "77")).isEqualTo(1);
        assertThat(gangway.errors()).contains("unknown-dead-letter").doesNotContain("\tat ");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().toString().substring("/v1/dead-letters".length());
        requests.add(exchange.getRequestMethod() + " " + request);
        boolean second = request.contains("cursor=second");
        String body;
        if (request.startsWith("/replay")) {
            body = second
                    ? "{\"replayed\": [4], \"skipped\": [3], \"refused\": []}"
                    : "{\"replayed\": [1, 2], \"skipped\": [], \"refused\": [], \"next\": \"second\"}";
        } else if (request.endsWith("/replay")) {
            body = "{\"topic\": \"gangway.job-events\", \"replaysBefore\": "
                    + (request.startsWith("/4") ? "2, \"lastReplayedAt\": \"2026-01-01T00:00:00Z\"}" : "0}");
        } else if (request.equals("/77")) {
            send(exchange, 404, "{\"code\": \"unknown-dead-letter\", \"detail\": \"none lies there\"}");
            return;
        } else if (request.startsWith("/")) {
            body = LETTER.formatted(9);
        } else {
            body = "{\"items\": [" + LETTER.formatted(second ? 4 : 9) + "]"
                    + (second ? "}" : ", \"next\": \"second\"}");
        }
        send(exchange, 200, body);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
