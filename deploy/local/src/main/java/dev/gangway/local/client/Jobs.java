package dev.gangway.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.process.GangwayException;
import java.util.Locale;

/** What every job's page says in the same way. */
public final class Jobs {

    private Jobs() {}

    /** Throws a {@link GangwayException} that says why unless {@code job} has succeeded. */
    public static void requireSuccess(String path, JsonNode job) {
        if (!job.path("state").asText().equals("SUCCEEDED")) {
            throw new GangwayException(path + " " + ending(job));
        }
    }

    /** How a job ended, in words. */
    public static String ending(JsonNode job) {
        JsonNode failure = job.path("failure");
        return String.format(
                Locale.ROOT,
                "ended %s: %s %s",
                job.path("state").asText(),
                failure.path("code").asText(),
                failure.path("detail").asText());
    }
}
