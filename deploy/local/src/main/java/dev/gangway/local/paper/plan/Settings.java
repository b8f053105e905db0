package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * How images are completed, as far as it is chosen on validation images; the rest is the recipe's.
 *
 * @param lambda weight of the perceptual loss (GoGAN eq. 32, RankGAN eq. 10)
 * @param steps updates of z
 */
public record Settings(double lambda, int steps) {

    /** As a completion request has it. */
    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("lambda", lambda).put("steps", steps);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "λ %s, %d updates of z", Numbers.plain(lambda), steps);
    }
}
