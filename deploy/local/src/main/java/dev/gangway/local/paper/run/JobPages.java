package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.paper.plan.Training;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a run reads of its jobs at the gateway. */
final class JobPages {

    private static final String TRAININGS = "/v1/training-jobs";
    private static final String COMPLETIONS = "/v1/completion-jobs";
    private static final String NOT_ENDED = "&state=QUEUED&state=ADMITTED&state=RUNNING&state=CANCELLING&limit=200";

    private final GangwayClient gateway;
    private final String model;

    JobPages(GangwayClient gateway, String model) {
        this.gateway = gateway;
        this.model = model;
    }

    /** Where jobs like {@code job} are submitted. */
    static String collection(PlannedJob job) {
        return job instanceof Training ? TRAININGS : COMPLETIONS;
    }

    /** The model's jobs that have not ended, by their ids. */
    Map<String, JsonNode> open() {
        Map<String, JsonNode> open = new HashMap<>();
        for (String collection : new String[] {TRAININGS, COMPLETIONS}) {
            for (JsonNode job : all(collection + "?model=" + model + NOT_ENDED)) {
                open.put(job.path("id").asText(), job);
            }
        }
        return open;
    }

    /** A job as it stands; empty when the gateway does not know it. */
    Optional<JsonNode> find(JobRecord job) {
        return gateway.find(job.path());
    }

    /** Whether the checkpoint that ends a stage of a training job is in the store. */
    boolean hasEnded(String trainingJob, int stage) {
        JsonNode newest = gateway.get("/v1/checkpoints?job=" + trainingJob + "&stage=" + stage + "&limit=1")
                .path("items")
                .path(0);
        return newest.path("stageEnd").asBoolean();
    }

    /** What came of a training job that has ended. */
    TrainingResults training(JobRecord job) {
        return new TrainingResults(gateway.get(job.path()), all(job.path() + "/curves?limit=10000"));
    }

    /** What came of a completion job that has succeeded, without the figures of each image. */
    CompletionResults completion(JobRecord job) {
        JsonNode results = gateway.get(job.path() + "/results");
        ((ObjectNode) results).remove("images");
        return new CompletionResults(results);
    }

    private ArrayNode all(String path) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = gateway.get(path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                    : null;
        }
        return items;
    }
}
