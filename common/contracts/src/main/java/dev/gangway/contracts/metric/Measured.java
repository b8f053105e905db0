package dev.gangway.contracts.metric;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that can have been measured. Networks compute in single precision, which ends at 3.4e38, and what is made of that (weighted sums,
 * squared distances over thousands of features) stays far below 1e100; what is larger was not measured, and sums and squares of it
 * would soon be no numbers. Null is fine.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@DecimalMin("-" + Measured.LARGEST)
@DecimalMax(Measured.LARGEST)
public @interface Measured {

    /** The largest absolute value. */
    String LARGEST = "1e100";

    String message() default "must be a number between -1e100 and 1e100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
