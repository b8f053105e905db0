package dev.gangway.local.paper.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NoSuchElementException;

/** Recipes with the stages of the shipped ones and few other fields, so that tests do not change with what is tuned. */
public final class RecipesOfTests implements RecipeBook {

    private static final String ADVERSARIAL =
            "{\"kind\":\"adversarial\",\"updates\":1000,\"criticSteps\":5,\"loss\":{%s},\"gradientPenalty\":0}";
    private static final String RANKGAN = """
            {"stages": [
              {"kind": "vae", "phases": [{"updates": 1400, "learningRate": 1e-3}, {"updates": 300, "learningRate": 3e-4}]},
              {"kind": "critic", "phases": [{"updates": 180, "learningRate": 3e-4}, {"updates": 60, "learningRate": 5e-5}],
               "gradientPenalty": 10},
              {"kind": "ranked", "updates": 40, "criticSteps": 5, "gradientPenalty": 10},
              {"kind": "ranked", "updates": 40, "criticSteps": 5, "gradientPenalty": 10}]}
            """;
    private static final Map<String, String> RECIPES = Map.of(
            "wgan",
            oneStage("\"kind\":\"wasserstein\""),
            "lsgan",
            oneStage("\"kind\":\"least-squares\""),
            "mgan",
            oneStage("\"kind\":\"margin\",\"epsilon\":1"),
            "gogan",
            "{\"stages\":[" + ADVERSARIAL.formatted("\"kind\":\"margin\",\"epsilon\":1") + ","
                    + ADVERSARIAL.formatted("\"kind\":\"gang\",\"epsilon\":1,\"lambda1\":1,\"lambda2\":0.5")
                    + "]}",
            "rankgan",
            RANKGAN,
            "rankgan-literal",
            RANKGAN);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode resolved(String name, JsonNode overrides) {
        if (!RECIPES.containsKey(name)) {
            throw new NoSuchElementException("there is no recipe " + name);
        }
        try {
            return merged(((ObjectNode) JSON.readTree(RECIPES.get(name))).put("name", name), overrides);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String oneStage(String loss) {
        return "{\"stages\":[" + ADVERSARIAL.formatted(loss) + "]}";
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (target instanceof ObjectNode object && patch.isObject()) {
            patch.properties()
                    .forEach(field -> object.set(
                            field.getKey(),
                            object.has(field.getKey())
                                    ? merged(object.get(field.getKey()), field.getValue())
                                    : field.getValue()));
            return object;
        }
        if (target instanceof ArrayNode array && patch.isObject()) {
            patch.properties()
                    .forEach(field -> array.set(
                            Integer.parseInt(field.getKey()),
                            merged(array.get(Integer.parseInt(field.getKey())), field.getValue())));
            return array;
        }
        return patch;
    }
}
