package dev.gangway.contracts.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** Reports every misfit at its field. */
public final class FieldsFitValidator implements ConstraintValidator<FieldsFit, Fitting> {

    @Override
    public boolean isValid(Fitting value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        List<Misfit> misfits = value.misfits();
        context.disableDefaultConstraintViolation();
        for (Misfit misfit : misfits) {
            var violation = context.buildConstraintViolationWithTemplate(literal(misfit.message()));
            if (misfit.field().isEmpty()) {
                violation.addConstraintViolation();
            } else {
                violation.addPropertyNode(misfit.field()).addConstraintViolation();
            }
        }
        return misfits.isEmpty();
    }

    /** The text as a template that stands for itself: it may repeat what a client sent. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\")
                .replace("{", "\\{")
                .replace("}", "\\}")
                .replace("$", "\\$");
    }
}
