package dev.gangway.contracts.message;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the classes of messages say about their values. */
final class Constraints {

    private static final int NAMED = 5;

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Constraints() {}

    /** The first values of {@code message} that are out of range, with what they must be; empty when none is. */
    static Optional<String> violations(Object message) {
        Set<ConstraintViolation<Object>> violations = VALIDATOR.validate(message);
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(violations.stream()
                        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                        .sorted()
                        .limit(NAMED)
                        .collect(Collectors.joining("; ")));
    }
}
