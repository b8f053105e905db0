package dev.gangway.gateway.rest;

import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shipped recipes over HTTP. */
@Path("/v1/recipes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipes", description = "How networks can be trained.")
class RecipeCatalogue {

    @GET
    @Operation(operationId = "listRecipes", summary = "List the recipes")
    public Page<Recipe> list() {
        return new Page<>(Recipes.names().stream().map(Recipes::named).toList(), null);
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "getRecipe", summary = "Show a recipe")
    public Recipe get(@PathParam("name") String name) {
        if (!Recipes.names().contains(name)) {
            throw RefusedException.notFound(
                    "unknown-recipe", "there is no recipe " + name + ", only " + String.join(", ", Recipes.names()));
        }
        return Recipes.named(name);
    }
}
