package dev.gangway.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.local.process.GangwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The gateway said no, and why. */
public final class RefusedException extends GangwayException {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RefusedException(String message) {
        super(message);
    }

    /** The refusal of a request to {@code path}, in the gateway's words where it has found some. */
    static RefusedException of(String path, int status, byte[] body) {
        return new RefusedException(path + " was refused with " + status + reason(body));
    }

    private static String reason(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return " " + problem.path("code").asText() + ": "
                    + problem.path("detail").asText(problem.path("title").asText());
        } catch (IOException e) {
            return ": " + new String(body, StandardCharsets.UTF_8);
        }
    }
}
