package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/**
 * Discriminator clamping (RankGAN eq. 6).
 *
 * @param weight weight of the clamp
 * @param over what the hinge is taken of
 * @param decay by which factor the weight shrinks after each update whose clamp was satisfied; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clamp(
        @NotNull @DecimalMin("0") @DecimalMax("100000") Double weight,
        @NotNull Over over,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double decay) {

    /** What the hinge is taken of. */
    public enum Over {
        /** Each sample, then averaged: the paper's equation as it stands. */
        @JsonProperty("sample")
        SAMPLE,
        /** The batch's mean score: leaves the spread within a batch alone. */
        @JsonProperty("batch-mean")
        BATCH_MEAN
    }
}
