package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.contracts.recipe.Recipes;

/** The recipes that the gateway ships. */
public final class ShippedRecipes implements RecipeBook {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode resolved(String name, JsonNode overrides) {
        return JSON.valueToTree(Recipes.named(name, overrides));
    }
}
