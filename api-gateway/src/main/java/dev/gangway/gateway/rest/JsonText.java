package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.text.ReceivedText;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Checks every name and every text of a JSON body before any of it becomes a value: JSON can write what is no text, such as
 * {@code "\\ud800"}. How much may come was bounded when it was received. When something cannot be read, everything at fault is named.
 */
@Provider
@Priority(Priorities.USER + 1)
class JsonText implements ReaderInterceptor {

    /** A name of a field, in characters. */
    static final int LONGEST_NAME = 200;

    /** Room for a mask's file in Base64. */
    static final int LONGEST_TEXT = 100_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonFaults faults;

    JsonText(JsonFaults faults) {
        this.faults = faults;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readAllBytes();
        require(body);
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (WebApplicationException | JsonMappingException e) {
            JsonMappingException first = JsonFaults.mapping(e);
            if (first == null) {
                throw e;
            }
            throw faults.all(first, body, context.getGenericType());
        }
    }

    private static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                || type.getSubtype().endsWith("+json");
    }

    /** Refuses a body with a text that is none, by its path; what is no JSON is left to whoever reads it next. */
    static void require(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    require(parser, LONGEST_NAME);
                } else if (token == JsonToken.VALUE_STRING) {
                    require(parser, LONGEST_TEXT);
                }
            }
        }
    }

    private static void require(JsonParser parser, int longest) throws IOException {
        ReceivedText.fault(parser.getText(), longest).ifPresent(fault -> {
            throw RefusedException.unreadable(path(parser.getParsingContext()), fault);
        });
    }

    /** Where the parser is, as errors name fields; a name that is at fault itself is shown as far as it can be. */
    private static String path(JsonStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String before = path(place.getParent());
        if (place.inArray()) {
            return before + "[" + place.getCurrentIndex() + "]";
        }
        String name = place.getCurrentName();
        String shown = ReceivedText.fault(name, LONGEST_NAME).isPresent() ? "?" : name;
        return before.isEmpty() ? shown : before + "." + shown;
    }
}
