package dev.gangway.contracts.recipe;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The stages of a recipe follow one another as its method needs, and its networks and completion fit them. */
@Documented
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = StagesThatWorkValidator.class)
@interface StagesThatWork {

    String message() default "the stages cannot work";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
