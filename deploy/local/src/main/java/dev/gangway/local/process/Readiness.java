package dev.gangway.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service says of its readiness.
 *
 * @param ready whether it is
 * @param waitsFor what it is not ready for, in words; empty when it is ready
 */
public record Readiness(boolean ready, String waitsFor) {

    private static final String ITS_START = "its start";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READY = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Whether the service at {@code address} says that it is ready. */
    public static boolean at(URI address) {
        return ask(address).ready();
    }

    /** Whether the service at {@code address} says that it lives: one that does not has to be started anew. */
    static boolean lives(URI address) {
        try {
            return get(address.resolve("/q/health/live")).statusCode() == READY;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What the service at {@code address} says. */
    static Readiness ask(URI address) {
        try {
            HttpResponse<String> answer = get(address.resolve("/q/health/ready"));
            return answer.statusCode() == READY ? new Readiness(true, "") : notReady(checksDown(answer.body()));
        } catch (ConnectException e) {
            return notReady(ITS_START);
        } catch (IOException e) {
            return notReady("an answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notReady("an answer");
        }
    }

    private static Readiness notReady(String reason) {
        return new Readiness(false, reason);
    }

    private static String checksDown(String health) {
        List<String> names = new ArrayList<>();
        for (JsonNode check : read(health).path("checks")) {
            if (check.path("status").asText().equals("DOWN")) {
                names.add(check.path("name").asText());
            }
        }
        return names.isEmpty() ? "its checks" : String.join(", ", names);
    }

    private static JsonNode read(String health) {
        try {
            return JSON.readTree(health);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
