package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A training job.
 *
 * @param method how it trains
 * @param images what it learns from
 * @param seed seeds weights, data order and noise
 */
public record Training(Method method, ImageSet images, long seed) implements PlannedJob {

    @Override
    public String key() {
        return "train-" + Digest.of(method.id() + images + seed);
    }

    @Override
    public String title() {
        return method.title() + ", seed " + seed;
    }

    @Override
    public double seconds() {
        return method.estimate().ofTraining(method.resolved());
    }

    /** What is posted, with checkpoints stored under {@code model}. */
    public ObjectNode request(String model) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("recipe", method.recipe())
                .put("model", model)
                .put("dataset", images.name())
                .put("datasetVersion", images.version());
        request.set("overrides", ((ObjectNode) method.overrides().deepCopy()).put("seed", seed));
        return request;
    }
}
