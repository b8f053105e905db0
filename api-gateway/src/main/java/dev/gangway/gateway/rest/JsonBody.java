package dev.gangway.gateway.rest;

import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/** The JSON bodies that operations take. */
final class JsonBody {

    /** Resources call the body's parameter so. */
    static final String PARAMETER = "request";

    private JsonBody() {}

    /** What a body of {@code media} is read into by {@code operation}; empty when that takes no JSON. */
    static Optional<Type> of(Method operation, MediaType media) {
        return isJson(media)
                ? Arrays.stream(operation.getParameters())
                        .filter(parameter -> parameter.getName().equals(PARAMETER))
                        .map(Parameter::getParameterizedType)
                        .findFirst()
                : Optional.empty();
    }

    static boolean isJson(MediaType type) {
        return type != null
                && (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                        || type.getSubtype().endsWith("+json"));
    }
}
