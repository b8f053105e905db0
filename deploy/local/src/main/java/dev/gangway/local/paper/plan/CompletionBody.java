package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.recipe.MaskRecipe;

/**
 * The body of a completion request but for the checkpoint and the settings.
 *
 * @param images the dataset
 * @param split which part of it
 * @param count how many of its images, from the first on
 * @param mask what is hidden
 */
record CompletionBody(ImageSet images, Split split, int count, MaskRecipe mask) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The request for the end of {@code stage} of {@code trainingJob}. */
    ObjectNode of(String trainingJob, int stage, Settings settings) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("dataset", images.name())
                .put("datasetVersion", images.version())
                .put("images", count);
        request.set("split", JSON.valueToTree(split));
        request.putObject("checkpoint").put("trainingJob", trainingJob).put("stage", stage);
        request.set("mask", JSON.valueToTree(mask));
        request.set("settings", settings.json());
        if (images.faces()) {
            request.put("faces", true);
        }
        return request;
    }
}
