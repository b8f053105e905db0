package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException.FieldError;
import dev.gangway.gateway.text.ReceivedText;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * The files that an operation takes as parts of a form, read off its resource method.
 *
 * @param many whether a part may occur several times, by its name
 */
record FormParts(Map<String, Boolean> many) {

    FormParts {
        many = Map.copyOf(many);
    }

    /** Whether a request comes with a form. */
    static boolean areIn(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type != null
                && (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                        || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }

    static FormParts of(Method operation) {
        Map<String, Boolean> many = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    RestForm part = field.getAnnotation(RestForm.class);
                    if (part != null) {
                        many.put(part.value(), Collection.class.isAssignableFrom(field.getType()));
                    }
                }
            }
        }
        return new FormParts(many);
    }

    /** What is wrong with the parts under {@code name}. */
    List<FieldError> faults(String name, Collection<FormValue> parts) {
        if (!many.containsKey(name)) {
            return List.of(new FieldError(
                    shown(name), "is no part here, only " + String.join(", ", new TreeSet<>(many.keySet()))));
        }
        if (!many.get(name) && parts.size() > 1) {
            return List.of(new FieldError(name, "must be given once"));
        }
        List<FieldError> faults = new ArrayList<>();
        int index = 0;
        for (FormValue part : parts) {
            String field = many.get(name) ? name + "[" + index + "]" : name;
            fault(part).ifPresent(fault -> faults.add(new FieldError(field, fault)));
            index++;
        }
        return faults;
    }

    private static Optional<String> fault(FormValue part) {
        String name = part.getFileName();
        return name == null || name.isBlank() || !part.isFileItem()
                ? Optional.of("must be a file: the part needs a filename, such as filename=\"attic.jpg\"")
                : ReceivedText.fault(name, ReceivedText.LONGEST_PARAMETER).map(fault -> "filename " + fault);
    }

    private static String shown(String name) {
        return ReceivedText.fault(name, ReceivedText.LONGEST_PARAMETER).isPresent() ? "?" : name;
    }
}
