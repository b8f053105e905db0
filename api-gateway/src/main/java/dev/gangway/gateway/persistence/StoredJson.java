package dev.gangway.gateway.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Map;

/** Values in columns of type jsonb; what a later version added is ignored when it is read. */
final class StoredJson {

    private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + value.getClass().getSimpleName() + " cannot be kept", e);
        }
    }

    /** Reads a value; null for null. */
    static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** Reads figures by name. */
    static Map<String, Double> readFigures(String json) {
        try {
            return JSON.readValue(json, FIGURES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored figures cannot be read", e);
        }
    }
}
