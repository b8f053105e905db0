package dev.gangway.gateway.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.gangway.contracts.validation.Misreadings;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

/** Says in clients' words what Jackson cannot read. */
public final class JsonFault {

    /** What errors call a body as a whole. */
    static final String BODY = "body";

    private JsonFault() {}

    /** The refusal of what cannot be read. */
    public static RefusedException of(JsonProcessingException unreadable) {
        if (unreadable instanceof StreamReadException) {
            return malformed(BODY, "is no JSON: " + unreadable.getOriginalMessage() + at(unreadable));
        }
        String path = unreadable instanceof JsonMappingException mapping ? Misreadings.path(mapping) : "";
        if (unreadable instanceof UnrecognizedPropertyException) {
            return RefusedException.unreadable(
                    "unknown-field", "there is no field " + path, List.of(new FieldError(path, "is no field here")));
        }
        return malformed(path.isEmpty() ? BODY : path, reason(unreadable));
    }

    private static RefusedException malformed(String field, String message) {
        return RefusedException.unreadable(
                "body-malformed",
                (field.equals(BODY) ? "the body" : field) + " " + message,
                List.of(new FieldError(field, message)));
    }

    private static String reason(JsonProcessingException unreadable) {
        if (unreadable instanceof ValueInstantiationException && unreadable.getCause() != null) {
            return unreadable.getCause().getMessage();
        }
        if (unreadable instanceof InvalidFormatException format) {
            return format.getTargetType().isEnum()
                    ? "must be one of " + choices(format.getTargetType())
                    : "cannot be read from " + format.getValue();
        }
        return "has the wrong type, or a part that does not belong there";
    }

    private static String choices(Class<?> enumeration) {
        return Arrays.stream(enumeration.getFields())
                .filter(Field::isEnumConstant)
                .map(JsonFault::wireName)
                .toList()
                .toString();
    }

    private static String wireName(Field constant) {
        JsonProperty name = constant.getAnnotation(JsonProperty.class);
        return name == null ? constant.getName() : name.value();
    }

    private static String at(JsonProcessingException unreadable) {
        JsonLocation location = unreadable.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
