package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A way of training that is compared: a recipe with what is changed in it. Methods that train the same are equal, whatever they
 * are called and compared with, and share their jobs.
 *
 * @param id tells ways of training apart
 * @param name what a reader calls it
 * @param recipe the shipped recipe's name
 * @param overrides what is changed in it, without the seed
 * @param resolved the recipe with the overrides applied
 * @param matches the staged method whose totals of updates it was given; empty for a staged method itself
 * @param estimate tells how long its jobs take
 */
public record Method(
        String id,
        String name,
        String recipe,
        JsonNode overrides,
        JsonNode resolved,
        String matches,
        Estimate estimate) {

    /** Follows from the recipe as it is resolved too: another recipe of the same name is another way of training. */
    static String id(String recipe, JsonNode overrides, JsonNode resolved) {
        return Digest.of(recipe + overrides + resolved);
    }

    /** What it trains, as planned. */
    public UpdateCount updates() {
        return UpdateCount.of(resolved);
    }

    /** The size of its networks. */
    Scale.Networks networks() {
        JsonNode network = resolved.path("network");
        return new Scale.Networks(
                network.path("width").asInt(),
                network.path("latent").asInt(),
                resolved.path("batch").asInt());
    }

    /** The number of its last stage: the first with a critic is 1, whether a VAE comes before it or not. */
    public int lastStage() {
        int stages = resolved.path("stages").size();
        return resolved.at("/stages/0/kind").asText().equals("vae") ? stages - 1 : stages;
    }

    /** The name, with whose totals of updates it has where that says more. */
    public String title() {
        return matches.isEmpty() ? name : name + " as long as " + matches;
    }

    /** Its networks as a reader wants them. */
    public String networksTitle() {
        JsonNode network = resolved.path("network");
        return String.format(
                Locale.ROOT,
                "%s, width %d, latent %d, batch %d, %s upsampling, %s normalisation, %s initialisation",
                network.path("architecture").asText(),
                networks().width(),
                networks().latent(),
                networks().batch(),
                network.path("upsampling").asText("transposed"),
                network.path("normalisation").asText("no"),
                network.path("initialisation").asText("default"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Method method && id.equals(method.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
