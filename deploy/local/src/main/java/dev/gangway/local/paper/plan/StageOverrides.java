package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.recipe.LatentOrigin;

/**
 * Gives the stages of a recipe other numbers of updates, and what a comparison varies: rates and weights stay the recipe's.
 *
 * @param vae updates of an autoencoder stage
 * @param critic updates of a critic stage
 * @param generator generator updates of each adversarial or ranked stage
 * @param criticSteps critic updates before each of them; null for the recipe's own
 * @param epsilon the margin where a stage's loss has one; null for the recipe's own
 * @param latents where critic and ranked stages take z from; null for the recipe's own
 */
record StageOverrides(int vae, int critic, int generator, Integer criticSteps, Double epsilon, LatentOrigin latents) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    static StageOverrides adversarial(int generator, Integer criticSteps, Double epsilon) {
        return new StageOverrides(0, 0, generator, criticSteps, epsilon, null);
    }

    static StageOverrides ranked(Scale.Rankgan updates, LatentOrigin latents) {
        return new StageOverrides(updates.vae(), updates.critic(), updates.ranked(), null, null, latents);
    }

    /** A patch of {@code recipe}'s stages, each under its index in the recipe's list. */
    ObjectNode of(JsonNode recipe) {
        ObjectNode patch = NODES.objectNode();
        JsonNode stages = recipe.path("stages");
        for (int index = 0; index < stages.size(); index++) {
            patch.set(Integer.toString(index), ofStage(stages.get(index)));
        }
        return patch;
    }

    private ObjectNode ofStage(JsonNode stage) {
        ObjectNode patch = NODES.objectNode();
        switch (stage.path("kind").asText()) {
            case "vae" -> patch.set("phases", stretched(stage.path("phases"), vae));
            case "critic" -> {
                patch.set("phases", stretched(stage.path("phases"), critic));
                putLatents(patch);
            }
            case "ranked" -> {
                putLength(patch, stage);
                putLatents(patch);
            }
            default -> putLength(patch, stage);
        }
        return patch;
    }

    private void putLength(ObjectNode patch, JsonNode stage) {
        patch.put("updates", generator);
        if (stage.hasNonNull("epochs")) {
            patch.putNull("epochs");
        }
        if (criticSteps != null) {
            patch.put("criticSteps", criticSteps);
        }
        if (epsilon != null && stage.path("loss").has("epsilon")) {
            patch.putObject("loss").put("epsilon", epsilon);
        }
    }

    private void putLatents(ObjectNode patch) {
        if (latents != null) {
            patch.set("latents", JSON.valueToTree(latents));
        }
    }

    /** The same phases with {@code updates} in all, shared out as the recipe shares its own updates or epochs. */
    private static ArrayNode stretched(JsonNode phases, int updates) {
        long own = 0;
        for (JsonNode phase : phases) {
            own += length(phase);
        }
        ArrayNode stretched = NODES.arrayNode();
        long before = 0;
        long given = 0;
        for (JsonNode phase : phases) {
            before += length(phase);
            long until = updates * before / own;
            ObjectNode copy = (ObjectNode) phase.deepCopy();
            copy.remove("epochs");
            stretched.add(copy.put("updates", until - given));
            given = until;
        }
        return stretched;
    }

    private static long length(JsonNode phase) {
        return phase.path("updates").asLong(phase.path("epochs").asLong());
    }
}
