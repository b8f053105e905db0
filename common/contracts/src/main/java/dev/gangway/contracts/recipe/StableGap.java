package dev.gangway.contracts.recipe;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Ends a stage early when its discriminator gap has stabilised (RankGAN section 4.2).
 *
 * @param epochs for how many epochs the gap has to stay
 * @param tolerance by which fraction of its mean it may move meanwhile
 */
public record StableGap(
        @NotNull @Min(1) @Max(10_000) Integer epochs,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double tolerance) {}
