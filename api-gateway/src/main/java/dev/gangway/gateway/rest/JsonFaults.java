package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Misreadings;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds everything that is wrong with a JSON body of which something cannot be read. */
@ApplicationScoped
class JsonFaults {

    private final ObjectMapper json;
    private final Validator validator;

    JsonFaults(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Everything at fault in {@code body}, of which {@code first} says what Jackson met first. */
    RefusedException all(JsonMappingException first, byte[] body, Type type) throws IOException {
        Problem alone = Problems.of(first);
        List<FieldError> errors = alone.errors().isEmpty() ? List.of() : errors(body, type);
        int others = errors.size() - 1;
        return others < 1
                ? RefusedException.unreadable(alone.code(), alone.detail(), alone.errors())
                : RefusedException.unreadable(
                        alone.code(), alone.detail() + "; " + others + " more at fault, see errors", errors);
    }

    private List<FieldError> errors(byte[] body, Type type) throws IOException {
        Misreadings<Object> read = Misreadings.of(json, json.readTree(body), json.constructType(type));
        List<FieldError> errors = new ArrayList<>();
        read.faults().forEach(fault -> errors.addAll(Problems.of(fault).errors()));
        errors.addAll(invalid(read.value(), List.copyOf(errors)));
        return errors;
    }

    /** What can be read and is not valid, without what only seems so because something else cannot be read. */
    private List<FieldError> invalid(Object value, List<FieldError> unread) {
        if (value == null || value instanceof JsonNode) {
            return List.of();
        }
        return validator.validate(value).stream()
                .filter(violation -> !isOfSeveralFields(violation))
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .filter(error -> unread.stream().noneMatch(other -> touch(error.field(), other.field())))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    private static boolean isOfSeveralFields(ConstraintViolation<Object> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof FieldsFit;
    }

    private static boolean touch(String field, String other) {
        return field.equals(other) || isWithin(field, other) || isWithin(other, field);
    }

    private static boolean isWithin(String field, String outer) {
        return field.startsWith(outer + ".") || field.startsWith(outer + "[");
    }

    /** What Jackson found at fault, if that is what reading ended with, and not that the body is no JSON or was cut off. */
    static JsonMappingException mapping(Exception failure) {
        Throwable cause = failure instanceof JsonProcessingException ? failure : failure.getCause();
        boolean known = cause instanceof JsonMappingException mapping
                && !(mapping.getCause() instanceof IOException)
                && !(mapping.getCause() instanceof RefusedException);
        return known ? (JsonMappingException) cause : null;
    }
}
