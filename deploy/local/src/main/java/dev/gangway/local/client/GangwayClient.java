package dev.gangway.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.local.process.GangwayException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The gateway's {@code /v1} as this command uses it; a refusal becomes a {@link RefusedException} that says why. */
public final class GangwayClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 20;
    private static final int UNAVAILABLE = 503;

    private final URI gateway;
    private final HttpClient http;

    /** A client of the gateway at {@code gateway}, such as {@code http://127.0.0.1:8080}. */
    public GangwayClient(URI gateway) {
        this.gateway = gateway;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The JSON at {@code path}. */
    public JsonNode get(String path) {
        return json(accepted(path, sendAgain(request(path).GET().build())));
    }

    /** The JSON at {@code path}; empty when the gateway knows nothing there. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<byte[]> response = sendAgain(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(json(accepted(path, response)));
    }

    /** The bytes at {@code path}, such as those of a picture. */
    public byte[] bytes(String path) {
        return accepted(path, sendAgain(request(path).GET().build()));
    }

    /** Posts {@code body}; sent again under the same key when no answer comes, so that it is done once. */
    public JsonNode post(String path, JsonNode body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Posts {@code body} under {@code key}: whoever posts the same under the same key again gets the same job. */
    public JsonNode post(String path, JsonNode body, String key) {
        return json(accepted(
                path,
                sendAgain(request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build())));
    }

    /** Asks for what {@code path} says, without a body; sent again under the same key when no answer comes. */
    public JsonNode post(String path) {
        return json(accepted(
                path,
                sendAgain(request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())));
    }

    /** Posts the ZIP file {@code archive}. */
    public JsonNode postArchive(String path, Path archive) {
        try {
            return postArchive(path, HttpRequest.BodyPublishers.ofFile(archive), Duration.ofMinutes(5));
        } catch (FileNotFoundException e) {
            throw new GangwayException("the archive " + archive + " is missing", e);
        }
    }

    /** Posts a ZIP archive as it is read from {@code archive}, however large it is. */
    public JsonNode postArchive(String path, InputStream archive) {
        return postArchive(path, HttpRequest.BodyPublishers.ofInputStream(() -> archive), Duration.ofHours(1));
    }

    private JsonNode postArchive(String path, HttpRequest.BodyPublisher archive, Duration within) {
        HttpRequest.Builder request = request(path).timeout(within).header("Content-Type", "application/zip");
        try {
            return json(accepted(path, send(request.POST(archive).build())));
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /**
     * Follows a job until it has ended, also over a gateway that goes away and comes back.
     *
     * @param job its path, such as {@code /v1/training-jobs/<id>}
     * @param listener is told each event
     */
    public void follow(String job, Consumer<JobNews> listener) {
        String last = null;
        int failures = 0;
        while (failures < TRIES) {
            ServerSentEvents events = new ServerSentEvents(listener, last);
            try {
                read(job + "/events", events);
                failures = 0;
            } catch (IOException e) {
                failures++;
            }
            last = events.lastId();
            if (events.ended()) {
                return;
            }
            pause();
        }
        throw new GangwayException("the gateway at " + gateway + " does not answer any more");
    }

    private void read(String path, ServerSentEvents events) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/event-stream");
        if (events.lastId() != null) {
            request.header("Last-Event-ID", events.lastId());
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw RefusedException.of(path, response.statusCode(), body.readAllBytes());
                }
                events.read(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted while following " + path, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER_WITHIN);
    }

    /** For what may be sent twice: asked again while no answer comes, or that it is not to be had just now. */
    private HttpResponse<byte[]> sendAgain(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> answer = send(request);
                if (answer.statusCode() != UNAVAILABLE || attempt == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw unanswered(e);
                }
            }
            pause();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted while asking for " + request.uri(), e);
        }
    }

    private static byte[] accepted(String path, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw RefusedException.of(path, response.statusCode(), response.body());
        }
        return response.body();
    }

    private GangwayException unanswered(IOException cause) {
        return new GangwayException(
                "the gateway at " + gateway + " does not answer (" + cause
                        + "): `gangway status` shows what runs, `gangway up` starts it",
                cause);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new GangwayException("the gateway's answer is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new GangwayException("the gateway's answer cannot be read", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted", e);
        }
    }
}
