package dev.gangway.contracts.validation;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The fields of a {@link Fitting} value fit each other; what does not is named by a field that clients know. */
@Documented
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = FieldsFitValidator.class)
public @interface FieldsFit {

    /** Replaced by each misfit's own. */
    String message() default "the fields do not fit each other";

    /** As of every constraint. */
    Class<?>[] groups() default {};

    /** As of every constraint. */
    Class<? extends Payload>[] payload() default {};
}
