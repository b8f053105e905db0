package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** Knows recipes by name, as the gateway would resolve them. */
@FunctionalInterface
public interface RecipeBook {

    /**
     * The recipe called {@code name} with {@code overrides} laid over it.
     *
     * @throws java.util.NoSuchElementException when there is none
     * @throws IllegalArgumentException when the overrides do not fit
     */
    JsonNode resolved(String name, JsonNode overrides);
}
