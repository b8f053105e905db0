package dev.gangway.gateway.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.gateway.document.ApiDocument.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Draws requests of a document: as it says, or wrong in a place or two. One seed gives one request. */
final class RequestDraw {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "..",
            ".",
            "../../head.json",
            "a/b",
            "a//b",
            "%00",
            "%2e%2e%2f",
            "\ud800",
            "\udc00x",
            "null",
            "true",
            "-1",
            "0",
            "00",
            "01",
            "1e9",
            "NaN",
            "9223372036854775808",
            "2147483648",
            "٣",
            "\u202e",
            "\ufeff",
            "e\u0301",
            "🙂",
            "'\"<>&;",
            "${7*7}",
            "{0}",
            "x".repeat(300),
            "x".repeat(3_000),
            "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11",
            "0B8F6F0E-3D43-4B58-9D2F-6C2F5D3A1C11",
            "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11~1~600~1",
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "RUNNING",
            "default",
            "=1+1");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<Map.Entry<String, String>> ODD_HEADERS = List.of(
            Map.entry("Accept", "text/plain"),
            Map.entry("Accept", "*/*;q=0"),
            Map.entry("Accept", "no type"),
            Map.entry("Accept-Language", "tr"),
            Map.entry("Content-Type", "text/plain"),
            Map.entry("Content-Type", "application/json; charset=utf-16"),
            Map.entry("Content-Type", "application/xml"),
            Map.entry("Content-Type", "no type"),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("Content-Encoding", "identity"),
            Map.entry("Idempotency-Key", ""),
            Map.entry("Idempotency-Key", "one of many"),
            Map.entry("Idempotency-Key", "k".repeat(201)),
            Map.entry("Last-Event-ID", "-5"),
            Map.entry("Last-Event-ID", "x"),
            Map.entry("If-None-Match", "*"),
            Map.entry("Range", "bytes=0-"),
            Map.entry("X-Forwarded-Host", "elsewhere.example"),
            Map.entry("X-HTTP-Method-Override", "DELETE"),
            Map.entry("Cookie", "x".repeat(2_000)));

    private final ApiDocument document;
    private final Existing existing;
    private final SplittableRandom random;

    RequestDraw(ApiDocument document, Existing existing, long seed) {
        this.document = document;
        this.existing = existing;
        this.random = new SplittableRandom(seed);
    }

    /** A request that is as the document says, and of which the operation is done. */
    DrawnRequest meant(Operation operation) {
        return request(operation, true, 0);
    }

    /** A request that may be wrong. */
    DrawnRequest any(Operation operation) {
        return request(operation, random.nextInt(5) == 0, 1 + random.nextInt(2));
    }

    private DrawnRequest request(Operation operation, boolean meant, int faults) {
        Draft draft = new Draft(operation, !meant || faults > 0);
        if (!meant) {
            for (int i = 0; i < faults; i++) {
                spoil(draft);
            }
        }
        return draft.request(meant);
    }

    private void spoil(Draft draft) {
        List<Runnable> ways = new ArrayList<>(List.of(
                () -> draft.query.put(one(List.of("limit", "cursor", "nothing", "model", "Limit", "")), one(ODD_TEXTS)),
                () -> header(draft, one(ODD_HEADERS)),
                () -> draft.method = one(METHODS)));
        for (String name : draft.path.keySet()) {
            ways.add(() -> draft.path.put(name, one(ODD_TEXTS)));
        }
        for (String name : draft.query.keySet()) {
            ways.add(() -> draft.query.put(name, one(ODD_TEXTS)));
        }
        if (draft.body.length > 0) {
            ways.add(() -> draft.body = spoiled(draft.body));
            ways.add(() -> draft.body = spoiled(draft.body));
            ways.add(() -> draft.body = new byte[0]);
        }
        one(ways).run();
    }

    private static void header(Draft draft, Map.Entry<String, String> header) {
        draft.headers.put(header.getKey(), header.getValue());
    }

    private byte[] spoiled(byte[] body) {
        if (body[0] != '{' || random.nextInt(4) == 0) {
            return one(List.<Supplier<byte[]>>of(
                            () -> Arrays.copyOf(body, random.nextInt(body.length)),
                            () -> flipped(body),
                            () -> joined("\ufeff".getBytes(UTF_8), body),
                            () -> joined(body, body),
                            () -> "[".repeat(5_000).getBytes(UTF_8),
                            () -> "null".getBytes(UTF_8),
                            () -> "[]".getBytes(UTF_8),
                            () -> "{\"model\": \"\\ud800\", \"url\": \"\\u0000\"}".getBytes(UTF_8)))
                    .get();
        }
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(body);
            spoil(tree, 0);
            // Jackson refuses to write a lone surrogate as such, and so it is written as an escape.
            return JSON.writer()
                    .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsString(tree)
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spoil(ObjectNode object, int depth) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "nothing" : one(names);
        if (depth < 4 && object.get(name) instanceof ObjectNode inner && random.nextInt(3) > 0) {
            spoil(inner, depth + 1);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("nothing", value());
            default -> object.set(name, value());
        }
    }

    private JsonNode value() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> make.nullNode();
            case 1 -> make.numberNode(-1);
            case 2 -> make.numberNode(1e300);
            case 3 -> make.numberNode(0.5);
            case 4 -> make.booleanNode(true);
            case 5 -> make.arrayNode().add("x").addNull();
            case 6 -> make.objectNode().put("x", 1);
            case 7 -> make.numberNode(Long.MAX_VALUE);
            default -> make.textNode(one(ODD_TEXTS));
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] changed = body.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A request in the making. */
    private final class Draft {

        private final Operation operation;
        private final Map<String, String> path = new HashMap<>();
        private final Map<String, String> query = new HashMap<>();
        private final Map<String, String> headers = new HashMap<>();
        private String method;
        private byte[] body;

        Draft(Operation operation, boolean varied) {
            this.operation = operation;
            this.method = operation.method();
            this.body = existing.body(operation.id());
            operation
                    .bodyType()
                    .ifPresent(type ->
                            headers.put("Content-Type", body.length > 0 && body[0] == 'P' ? "application/zip" : type));
            if (body.length > 0
                    && body[0] == '{'
                    && !headers.get("Content-Type").endsWith("json")) {
                headers.put("Content-Type", "application/json");
            }
            for (JsonNode parameter : operation.spec().path("parameters")) {
                String name = parameter.get("name").textValue();
                String value = existing.value(operation.id(), name);
                switch (parameter.get("in").textValue()) {
                    case "path" -> path.put(name, value == null ? drawn(parameter) : value);
                    case "query" -> {
                        if (value != null
                                || parameter.path("required").asBoolean()
                                || (varied && random.nextInt(4) == 0)) {
                            query.put(name, value == null ? drawn(parameter) : value);
                        }
                    }
                    default -> {
                        if (varied && random.nextInt(6) == 0) {
                            headers.put(name, Integer.toString(random.nextInt(50)));
                        }
                    }
                }
            }
        }

        private String drawn(JsonNode parameter) {
            JsonNode schema = document.resolved(parameter.path("schema"));
            JsonNode choices = schema.has("enum")
                    ? schema.get("enum")
                    : document.resolved(schema.path("items")).path("enum");
            if (choices.size() > 0) {
                return choices.get(random.nextInt(choices.size())).asText();
            }
            if (parameter.has("example")) {
                return parameter.get("example").asText();
            }
            String type = schema.path("type").isArray()
                    ? schema.path("type").get(0).asText()
                    : schema.path("type").asText();
            return switch (type) {
                case "integer" -> {
                    int least = schema.path("minimum").asInt(0);
                    yield Integer.toString(least
                            + random.nextInt(
                                    Math.max(1, Math.min(schema.path("maximum").asInt(least + 60) - least, 60))));
                }
                case "boolean" -> Boolean.toString(random.nextBoolean());
                default ->
                    switch (schema.path("format").asText()) {
                        case "date-time" -> "2026-01-02T03:04:05Z";
                        case "uuid" -> "0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11";
                        default -> "x" + random.nextInt(100);
                    };
            };
        }

        DrawnRequest request(boolean meant) {
            String target = operation.path();
            for (Map.Entry<String, String> part : path.entrySet()) {
                target = target.replace(
                        "{" + part.getKey() + "}", encoded(part.getValue()).replace("+", "%20"));
            }
            StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
            query.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
            return new DrawnRequest(operation, meant, method, target + pairs, headers, body);
        }

        /** Percent-encoded; what is no text in UTF-8 goes out as the bytes that three of such characters would have. */
        private static String encoded(String text) {
            StringBuilder encoded = new StringBuilder();
            text.codePoints()
                    .forEach(point -> encoded.append(
                            Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)
                                    ? "%%%02X%%%02X%%%02X"
                                            .formatted(
                                                    0xE0 | (point >> 12),
                                                    0x80 | ((point >> 6) & 0x3F),
                                                    0x80 | (point & 0x3F))
                                    : URLEncoder.encode(Character.toString(point), UTF_8)));
            return encoded.toString();
        }
    }
}
