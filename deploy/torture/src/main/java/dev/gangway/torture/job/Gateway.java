package dev.gangway.torture.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.torture.system.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A client that does not give up: whatever is not answered, or answered with an outage, is sent again under the same key. */
public final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int UNCLEAR = 500;
    private static final Set<Integer> TO_BE_SENT_AGAIN = Set.of(425, 429, 500, 502, 503, 504);

    private final URI address;
    private final HttpClient http;
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /** A client of the gateway at {@code address}. */
    public Gateway(URI address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Answers that leave open whether it is worth while to ask again: an outage has a status of its own. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** The JSON at {@code path}. */
    public JsonNode get(String path) {
        return json(bytes(path));
    }

    /** The bytes at {@code path}. */
    public byte[] bytes(String path) {
        return accepted(path, answered(request(path).GET()));
    }

    /** Posts {@code body} under {@code key}. */
    public JsonNode post(String path, JsonNode body, String key) {
        return json(accepted(
                path,
                answered(request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())))));
    }

    /** Posts a ZIP archive once. */
    public void postArchive(String path, Path archive) {
        try {
            accepted(
                    path,
                    send(request(path)
                            .header("Content-Type", "application/zip")
                            .POST(HttpRequest.BodyPublishers.ofFile(archive))
                            .build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts a wish that may come too late: empty when it does (409). */
    public Optional<JsonNode> wish(String path) {
        HttpResponse<byte[]> response = answered(request(path).POST(HttpRequest.BodyPublishers.noBody()));
        return response.statusCode() == 409 ? Optional.empty() : Optional.of(json(accepted(path, response)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER_WITHIN);
    }

    private HttpResponse<byte[]> answered(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<HttpResponse<byte[]>> answer = tried(request);
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no answer from " + request.uri() + " within " + PATIENCE);
            }
            Pause.of(BETWEEN_TRIES);
            answer = tried(request);
        }
        return answer.get();
    }

    private Optional<HttpResponse<byte[]>> tried(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = send(request);
            if (response.statusCode() == UNCLEAR) {
                findings.add(request.uri().getPath() + " was answered 500: "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return isPassing(response) ? Optional.empty() : Optional.of(response);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A request that is still being worked on is answered 409 with a time to wait, unlike a wish that comes too late. */
    private static boolean isPassing(HttpResponse<byte[]> response) {
        return TO_BE_SENT_AGAIN.contains(response.statusCode())
                || (response.statusCode() == 409
                        && response.headers()
                                        .map()
                                        .getOrDefault("Retry-After", List.of())
                                        .size()
                                > 0);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static byte[] accepted(String path, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
