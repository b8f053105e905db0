package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How an image is completed by latent optimisation (RankGAN eq. 8-11).
 *
 * @param lambda weight of the perceptual loss (the paper: 10)
 * @param steps updates of z
 * @param learningRate Adam's rate for z
 * @param start where z starts
 */
public record CompletionSettings(
        @NotNull @DecimalMin("0") @DecimalMax("10000") Double lambda,
        @NotNull @Min(1) @Max(10_000) Integer steps,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double learningRate,

        @NotNull Start start) {

    /** Where the optimisation of z starts. */
    public enum Start {
        /** The encoder's mean of the masked image. */
        @JsonProperty("encoder")
        ENCODER,
        /** A seeded draw from the prior. */
        @JsonProperty("prior")
        PRIOR
    }
}
