package dev.gangway.artifacts.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Manifests and heads as JSON objects: indented, because people read them; fields that are not known are ignored. */
public final class JsonObjects {

    /** The content type that they are stored with. */
    public static final String CONTENT_TYPE = "application/json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private JsonObjects() {}

    /** Writes {@code value} in UTF-8. */
    public static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /** {@code value} as a tree, for those who add to it before it is written. */
    static ObjectNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Reads a {@code type}.
     *
     * @throws IOException when the content is no JSON or does not fit the type
     */
    public static <T> T read(byte[] content, Class<T> type) throws IOException {
        T value = JSON.readValue(content, type);
        if (value == null) {
            throw new IOException("the content is null");
        }
        return value;
    }
}
