package dev.gangway.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OpenAPI document as a client takes it: which operations there are, and whether an answer is as it says. */
final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> compiled = new HashMap<>();

    ApiDocument(String text) throws IOException {
        root = JSON.readTree(text);
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> entry.getValue().has("operationId"))
                .forEach(entry -> operations.add(new Operation(
                        entry.getValue().get("operationId").textValue(),
                        entry.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        entry.getValue()))));
    }

    List<Operation> operations() {
        return operations;
    }

    /** The methods of an address. */
    List<String> methods(String path) {
        return operations.stream()
                .filter(operation -> operation.path().equals(path))
                .map(Operation::method)
                .toList();
    }

    /** The schema that a reference leads to, or the one given. */
    JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isTextual() ? root.at(reference.textValue().substring(1)) : schema;
    }

    /** What in an answer the document does not say. */
    Optional<String> fault(Operation operation, int status, String contentType, byte[] body) {
        JsonNode response = operation.spec().path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return Optional.of("status " + status + " is not declared");
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return body.length == 0 ? Optional.empty() : Optional.of(status + " has a body that is not declared");
        }
        String type = contentType == null ? "none" : contentType.replaceFirst("\\s*;.*", "");
        if (!content.has(type)) {
            return Optional.of(status + " comes as " + type + ", which is not declared");
        }
        boolean json = type.equals("application/json") || type.endsWith("+json");
        return json
                ? fault(
                        operation.id() + " " + status + " " + type,
                        content.path(type).path("schema"),
                        body)
                : Optional.empty();
    }

    private Optional<String> fault(String name, JsonNode schema, byte[] body) {
        if (schema.isMissingNode()) {
            return Optional.of(name + " has no schema");
        }
        try {
            List<String> faults =
                    compiled.computeIfAbsent(name, any -> compile(schema)).validate(JSON.readTree(body)).stream()
                            .map(ValidationMessage::getMessage)
                            .limit(3)
                            .toList();
            return faults.isEmpty() ? Optional.empty() : Optional.of(name + " is against its schema: " + faults);
        } catch (IOException e) {
            return Optional.of(name + " is no JSON");
        }
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    /**
     * One method of one address.
     *
     * @param id its operationId
     * @param method in capitals
     * @param path as the document writes it, with names in braces
     * @param spec its part of the document
     */
    record Operation(String id, String method, String path, JsonNode spec) {

        /** The first type of body that it takes. */
        Optional<String> bodyType() {
            var types = spec.path("requestBody").path("content").fieldNames();
            return types.hasNext() ? Optional.of(types.next()) : Optional.empty();
        }
    }
}
