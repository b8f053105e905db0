package dev.gangway.gateway.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request in the one form that does not depend on the order of its fields.
 *
 * @param json the request
 * @param digest tells different requests apart
 */
record CanonicalRequest(String json, String digest) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static CanonicalRequest of(Object request) {
        try {
            Object tree = JSON.treeToValue(JSON.valueToTree(request), Object.class);
            String json = JSON.writeValueAsString(tree);
            return new CanonicalRequest(json, digest(request.getClass().getSimpleName() + json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read cannot be written", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
