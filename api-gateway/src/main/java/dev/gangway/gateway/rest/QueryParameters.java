package dev.gangway.gateway.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The query parameters that an operation has, read off its resource method.
 *
 * @param types what each is read into, by its name
 */
record QueryParameters(Map<String, Class<?>> types) {

    QueryParameters {
        types = Map.copyOf(types);
    }

    static QueryParameters of(Method operation) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            add(types, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(types, parameter.getType());
            }
        }
        return new QueryParameters(types);
    }

    /** A record's annotations are on its fields, too. */
    private static void addFields(Map<String, Class<?>> types, Class<?> bean) {
        for (var field : bean.getDeclaredFields()) {
            add(types, field, field.getType());
        }
    }

    private static void add(Map<String, Class<?>> types, AnnotatedElement element, Class<?> type) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            types.put(query.value(), type);
        }
    }

    /** Why the operation does not take {@code values} under {@code name}, or nothing if it does. */
    Optional<String> fault(String name, List<String> values) {
        Class<?> type = types.get(name);
        if (type == null) {
            return Optional.of(
                    types.isEmpty()
                            ? "is no parameter here: there are none"
                            : "is no parameter here, only " + String.join(", ", new TreeSet<>(types.keySet())));
        }
        if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
            return Optional.of("must be given once");
        }
        return values.stream().anyMatch(String::isBlank) ? Optional.of("must not be empty") : Optional.empty();
    }
}
