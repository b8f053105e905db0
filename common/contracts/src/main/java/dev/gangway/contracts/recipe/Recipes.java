package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gangway.contracts.validation.Misfit;
import dev.gangway.contracts.validation.Misreadings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The recipes that are shipped, and how a job's overrides change them. */
public final class Recipes {

    private static final List<String> NAMES = List.of(
            "gan",
            "lsgan",
            "wgan",
            "wgan-gp",
            "mgan",
            "gogan",
            "rankgan",
            "rankgan-prior",
            "rankgan-literal",
            "rankgan-authors",
            "rankgan-faces",
            "rankgan-quick",
            "rankgan-tiny");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Recipes() {}

    /** The shipped recipes' names. */
    public static List<String> names() {
        return NAMES;
    }

    /** The shipped recipe called {@code name}; throws {@link NoSuchElementException} that lists what there is. */
    public static Recipe named(String name) {
        return recipe(tree(name));
    }

    /**
     * The shipped recipe called {@code name} with {@code overrides} laid over it, not yet validated.
     *
     * <p>Overrides are a JSON Merge Patch (RFC 7396); an element of an array is addressed by its index as a key, as in
     * {@code {"stages": {"2": {"updates": 100}}}}.
     *
     * @throws NoSuchElementException when there is no such recipe
     * @throws OverridesException when the overrides name a field that there is not, or give it the wrong type
     */
    public static Recipe named(String name, JsonNode overrides) {
        JsonNode merged = tree(name);
        if (overrides != null && !overrides.isNull()) {
            merged = merge(merged, overrides, "");
        }
        return recipe(merged);
    }

    private static Recipe recipe(JsonNode tree) {
        Misreadings<Recipe> read = Misreadings.of(YAML, tree, YAML.constructType(Recipe.class));
        if (!read.faults().isEmpty()) {
            throw new OverridesException(read.faults().stream()
                    .map(fault -> new Misfit(Misreadings.path(fault), reason(fault)))
                    .toList());
        }
        return read.value();
    }

    /** What is wrong, without the names of classes that nobody outside knows. */
    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "there is no field " + unknown.getPropertyName();
        }
        if (e instanceof InvalidTypeIdException kind) {
            return "there is no kind " + kind.getTypeId();
        }
        if (e instanceof InvalidFormatException format) {
            return String.format(Locale.ROOT, "%s is not what belongs there", format.getValue());
        }
        return "what is there is not what belongs there";
    }

    private static JsonNode tree(String name) {
        if (!NAMES.contains(name)) {
            throw new NoSuchElementException("there is no recipe " + name + ", only " + String.join(", ", NAMES));
        }
        try (InputStream yaml = Recipes.class.getResourceAsStream("recipes/" + name + ".yaml")) {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped recipe " + name + " cannot be read", e);
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch, String path) {
        if (target instanceof ObjectNode object && patch.isObject()) {
            patch.properties().forEach(field -> mergeField(object, field.getKey(), field.getValue(), path));
            return object;
        }
        if (target instanceof ArrayNode array && patch.isObject()) {
            patch.properties().forEach(field -> mergeElement(array, field.getKey(), field.getValue(), path));
            return array;
        }
        return patch;
    }

    private static void mergeField(ObjectNode object, String name, JsonNode patch, String path) {
        if (patch.isNull()) {
            object.remove(name);
        } else {
            JsonNode present = object.get(name);
            object.set(name, present == null ? patch : merge(present, patch, path + "." + name));
        }
    }

    private static void mergeElement(ArrayNode array, String index, JsonNode patch, String path) {
        if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= array.size()) {
            throw new OverridesException(List.of(
                    new Misfit(path.substring(1), "has " + array.size() + " elements, and none is called " + index)));
        }
        int position = Integer.parseInt(index);
        array.set(position, merge(array.get(position), patch, path + "." + index));
    }
}
