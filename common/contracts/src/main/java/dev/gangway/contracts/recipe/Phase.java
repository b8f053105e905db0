package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A stretch of updates with one learning rate.
 *
 * @param updates how many
 * @param epochs the same in epochs
 * @param learningRate the rate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Phase(
        @Min(1) @Max(10_000_000) Integer updates,
        @Min(1) @Max(100_000) Integer epochs,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double learningRate)
        implements HasLength {}
