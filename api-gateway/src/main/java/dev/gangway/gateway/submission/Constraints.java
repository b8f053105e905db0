package dev.gangway.gateway.submission;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks values that were put together from a request and something else. */
@ApplicationScoped
class Constraints {

    private final Validator validator;

    Constraints(Validator validator) {
        this.validator = validator;
    }

    /** Returns {@code value} if it is valid; otherwise refuses it and names each wrong field under {@code path}. */
    <T> T checked(String path, T value) {
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            List<FieldError> errors = violations.stream()
                    .map(violation -> new FieldError(within(path, violation), violation.getMessage()))
                    .sorted(Comparator.comparing(FieldError::field))
                    .toList();
            throw RefusedException.unprocessable(
                    "validation-failed", "some fields of " + path + " are out of range", errors);
        }
        return value;
    }

    private static String within(String path, ConstraintViolation<?> violation) {
        String field = violation.getPropertyPath().toString();
        return field.isEmpty() ? path : path + "." + field;
    }
}
