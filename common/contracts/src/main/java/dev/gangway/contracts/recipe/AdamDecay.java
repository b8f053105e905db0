package dev.gangway.contracts.recipe;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/**
 * Decay rates of Adam.
 *
 * @param beta1 of the first moment
 * @param beta2 of the second moment
 */
public record AdamDecay(
        @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double beta1,

        @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double beta2) {}
