package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters that an operation has, read off its resource method.
 *
 * @param known what is known of each, by its name
 */
record QueryParameters(Map<String, Known> known) {

    QueryParameters {
        known = Map.copyOf(known);
    }

    /**
     * One parameter.
     *
     * @param type what a value is read into
     * @param many whether it may be given several times
     * @param needed whether it has to be given
     */
    record Known(Class<?> type, boolean many, boolean needed) {

        static Known of(AnnotatedElement element, Type type) {
            Parameter described = element.getAnnotation(Parameter.class);
            boolean needed = described != null && described.required();
            return type instanceof ParameterizedType list
                    ? new Known((Class<?>) list.getActualTypeArguments()[0], true, needed)
                    : new Known((Class<?>) type, false, needed);
        }

        Optional<String> fault(List<String> values) {
            if (values.size() > 1 && !many) {
                return Optional.of("must be given once");
            }
            return values.stream().flatMap(value -> fault(value).stream()).findFirst();
        }

        private Optional<String> fault(String value) {
            return value.isBlank() ? Optional.of("must not be empty") : ParameterValues.fault(type, value);
        }
    }

    static QueryParameters of(Method operation) {
        Map<String, Known> known = new HashMap<>();
        for (var parameter : operation.getParameters()) {
            add(known, parameter, parameter.getParameterizedType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(known, parameter.getType());
            }
        }
        return new QueryParameters(known);
    }

    /** A record's annotations are on its fields, too. */
    private static void addFields(Map<String, Known> known, Class<?> bean) {
        for (var field : bean.getDeclaredFields()) {
            add(known, field, field.getGenericType());
        }
    }

    private static void add(Map<String, Known> known, AnnotatedElement element, Type type) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            known.put(query.value(), Known.of(element, type));
        }
    }

    /** Why the operation does not take {@code given}: each unknown, repeated, empty or unreadable one, and each that is missing. */
    List<RefusedException> faults(Map<String, List<String>> given) {
        List<RefusedException> faults = new ArrayList<>();
        given.forEach((name, values) ->
                fault(name, values).ifPresent(fault -> faults.add(RefusedException.badParameter(name, fault))));
        new TreeMap<>(known).forEach((name, parameter) -> {
            if (parameter.needed() && !given.containsKey(name)) {
                faults.add(RefusedException.badParameter(name, "must be given"));
            }
        });
        return faults;
    }

    private Optional<String> fault(String name, List<String> values) {
        return known.containsKey(name) ? known.get(name).fault(values) : Optional.of(unknown());
    }

    private String unknown() {
        return known.isEmpty()
                ? "is no parameter here: there are none"
                : "is no parameter here, only " + String.join(", ", new TreeSet<>(known.keySet()));
    }
}
