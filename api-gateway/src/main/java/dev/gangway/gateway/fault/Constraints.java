package dev.gangway.gateway.fault;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks what a request asks for, and values that were put together from it and something else. */
@ApplicationScoped
public class Constraints {

    private final Validator validator;

    Constraints(Validator validator) {
        this.validator = validator;
    }

    /** Refuses a body unless it is valid, and names each wrong field. */
    public <T> void require(T body) {
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw RefusedException.unprocessable(
                    "validation-failed", "some fields are missing or out of range", errors("", violations));
        }
    }

    /** Returns {@code value} if it is valid; otherwise refuses it and names each wrong field under {@code path}. */
    public <T> T checked(String path, T value) {
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw RefusedException.unprocessable(
                    "validation-failed", "some fields of " + path + " are out of range", errors(path, violations));
        }
        return value;
    }

    private static <T> List<FieldError> errors(String path, Set<ConstraintViolation<T>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(within(path, violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    private static String within(String path, ConstraintViolation<?> violation) {
        String field = violation.getPropertyPath().toString();
        return field.isEmpty() || path.isEmpty() ? path + field : path + "." + field;
    }
}
