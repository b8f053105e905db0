package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * About how long jobs take, in seconds, each with the whole machine to itself.
 *
 * @param pace how long the parts of jobs take
 */
public record Estimate(Scale.Pace pace) {

    /** Training by {@code recipe}, with all overrides applied. */
    double ofTraining(JsonNode recipe) {
        double millis = 0;
        for (JsonNode stage : recipe.path("stages")) {
            UpdateCount updates = UpdateCount.ofStage(stage);
            boolean penalised = stage.path("gradientPenalty").asDouble() > 0;
            millis += updates.vae() * pace.vaeMillis()
                    + updates.critic() * (penalised ? pace.penalisedMillis() : pace.criticMillis())
                    + updates.generator() * pace.generatorMillis();
        }
        return pace.jobSeconds() + millis / 1000;
    }

    /** Completion of {@code images} images. */
    double ofCompletion(int images, Settings settings) {
        return pace.jobSeconds() + images * settings.steps() * pace.latentMillis() / 1000;
    }
}
