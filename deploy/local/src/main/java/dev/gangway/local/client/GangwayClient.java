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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** The gateway's {@code /v1} as this command uses it; a refusal becomes a {@link GangwayException} that says why. */
public final class GangwayClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 20;

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
        return json(send(request(path).GET()));
    }

    /** The bytes at {@code path}, such as those of a picture. */
    public byte[] bytes(String path) {
        return send(request(path).GET());
    }

    /** Posts {@code body}; sent again under the same key when no answer comes, so that it is done once. */
    public JsonNode post(String path, JsonNode body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    /** Posts the ZIP file {@code archive}. */
    public JsonNode postArchive(String path, Path archive) {
        try {
            return json(send(request(path)
                    .timeout(Duration.ofMinutes(5))
                    .header("Content-Type", "application/zip")
                    .POST(HttpRequest.BodyPublishers.ofFile(archive))));
        } catch (FileNotFoundException e) {
            throw new GangwayException("the archive " + archive + " is missing", e);
        }
    }

    /** Posts a ZIP archive as it is read from {@code archive}, however large it is. */
    public JsonNode postArchive(String path, InputStream archive) {
        return json(send(request(path)
                .timeout(Duration.ofHours(1))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> archive))));
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
                    throw refusal(path, response.statusCode(), body.readAllBytes());
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

    private byte[] send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw refusal(request.uri().getPath(), response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new GangwayException("the gateway at " + gateway + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted while asking for " + request.uri(), e);
        }
    }

    private static GangwayException refusal(String path, int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return new GangwayException(path + " was refused with " + status + " "
                    + problem.path("code").asText() + ": "
                    + problem.path("detail").asText(problem.path("title").asText()));
        } catch (IOException e) {
            return new GangwayException(
                    path + " was refused with " + status + ": " + new String(body, StandardCharsets.UTF_8), e);
        }
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
