package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The results of a completion job, as the gateway hands them out.
 *
 * @param json {@code results.json}
 */
public record CompletionResults(JsonNode json) {

    /** The row of the true images themselves. */
    public static final String TRUTH = "truth";

    /** The row of the images with the hole filled with grey. */
    public static final String OCCLUDED = "occluded";

    /** The row of the images with the mean colour of their own visible pixels in the hole. */
    public static final String MEAN_COLOUR = "mean-colour";

    /** The row of the images with the training images' mean in the hole. */
    public static final String MEAN_IMAGE = "mean-image";

    /** The row of the completed images. */
    public static final String COMPLETED = "completed";

    /** A figure of a row by its path, such as {@code psnrHole} or {@code faces/0/auc}; empty where it is not defined. */
    public Optional<Double> figure(String row, String path) {
        return row(row).map(found -> found.at("/" + path))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble);
    }

    /** What recognises the faces; empty when the images were not judged as faces. */
    public Optional<String> matcher() {
        return row(COMPLETED)
                .map(found -> found.at("/faces/0/matcher"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Whose features the distances are measured in. */
    public String extractor() {
        return json.path("extractor").asText();
    }

    /** How many images were completed. */
    public int samples() {
        return json.path("samples").asInt();
    }

    /** Whether there are images enough for the Frechet distance. */
    public boolean isFidReliable() {
        return row(COMPLETED).map(row -> row.path("fidReliable").asBoolean()).orElse(false);
    }

    private Optional<JsonNode> row(String name) {
        for (JsonNode row : json.path("rows")) {
            if (row.path("row").asText().equals(name)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
