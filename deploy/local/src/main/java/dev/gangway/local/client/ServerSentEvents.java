package dev.gangway.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a stream of Server-Sent Events about a job. */
final class ServerSentEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FINAL_STATES = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private final Consumer<JobNews> listener;
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String id;
    private String lastId;
    private boolean ended;

    ServerSentEvents(Consumer<JobNews> listener, String lastId) {
        this.listener = listener;
        this.lastId = lastId;
    }

    /** The id of the last event that was told; null before the first. */
    String lastId() {
        return lastId;
    }

    /** Whether the job has come to a final state. */
    boolean ended() {
        return ended;
    }

    /** Tells the listener each event in {@code stream}, until its end. */
    void read(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            take(line);
        }
    }

    private void take(String line) throws IOException {
        if (line.isEmpty()) {
            tell();
        } else if (line.startsWith("data:")) {
            data.append(value(line));
        } else if (line.startsWith("event:")) {
            type = value(line);
        } else if (line.startsWith("id:")) {
            id = value(line);
        }
    }

    private void tell() throws IOException {
        if (data.length() > 0) {
            JsonNode body = JSON.readTree(data.toString());
            lastId = id;
            ended |= type.equals("state-changed")
                    && FINAL_STATES.contains(body.path("to").asText());
            listener.accept(new JobNews(type, body));
        }
        data.setLength(0);
        type = "";
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
