package dev.gangway.contracts.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is wrong with JSON that is to become a value, where Jackson stops at the first. What it stops at is taken out, and the rest is read
 * again: a handler of its problems would not be asked about coercions, and a reader of our own would be a second Jackson.
 *
 * @param faults what cannot be read, each with its path, in the order in which it was met; at most {@value #MOST}
 * @param value what the rest says; null when nothing can be read out of it
 */
public record Misreadings<T>(List<JsonMappingException> faults, T value) {

    /** As many are told at once, since each costs another reading. */
    static final int MOST = 20;

    public Misreadings {
        faults = List.copyOf(faults);
    }

    /** Reads {@code tree}, which is left as it is, into {@code type} as {@code json} does. */
    public static <T> Misreadings<T> of(ObjectMapper json, JsonNode tree, JavaType type) {
        JsonNode rest = tree.deepCopy();
        List<JsonMappingException> faults = new ArrayList<>();
        boolean another = true;
        while (another) {
            try {
                return new Misreadings<>(faults, json.treeToValue(rest, type));
            } catch (JsonMappingException fault) {
                faults.add(fault);
                another = faults.size() < MOST && takeOut(rest, fault.getPath());
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("a tree is well-formed JSON", e);
            }
        }
        return new Misreadings<>(faults, null);
    }

    /** Takes away what stands at {@code path}, or the nearest thing around it that is there. */
    private static boolean takeOut(JsonNode tree, List<Reference> path) {
        for (int depth = path.size(); depth > 0; depth--) {
            JsonNode holder = at(tree, path.subList(0, depth - 1));
            Reference last = path.get(depth - 1);
            if (holder instanceof ObjectNode object && object.remove(last.getFieldName()) != null) {
                return true;
            }
            // Elements keep their places, by which the others are named.
            if (holder instanceof ArrayNode array && array.hasNonNull(last.getIndex())) {
                array.setNull(last.getIndex());
                return true;
            }
        }
        return false;
    }

    private static JsonNode at(JsonNode tree, List<Reference> path) {
        JsonNode node = tree;
        for (Reference step : path) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
    }

    /** Where {@code fault} is, as in {@code stages[2].updates}; empty when it is the whole. */
    public static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
