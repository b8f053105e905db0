package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Discriminator and generator against each other, with latents from the prior: GAN, LSGAN, WGAN and GoGAN's stages.
 *
 * @param updates generator updates at most
 * @param epochs the same in epochs
 * @param criticSteps discriminator updates before each of them
 * @param loss what they minimise
 * @param critic the discriminator's optimizer
 * @param generator the generator's optimizer
 * @param clip the discriminator's weights are clipped to this size after every update; null for never
 * @param gradientPenalty weight of the gradient penalty; 0 when it is not given
 * @param stableGap when the stage ends early; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdversarialRecipe(
        @Min(1) @Max(10_000_000) Integer updates,
        @Min(1) @Max(100_000) Integer epochs,
        @NotNull @Min(1) @Max(100) Integer criticSteps,
        @NotNull @Valid LossRecipe loss,
        @NotNull @Valid OptimizerRecipe critic,
        @NotNull @Valid OptimizerRecipe generator,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double clip,

        @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty,
        @Valid StableGap stableGap)
        implements StageRecipe, HasLength {

    public AdversarialRecipe {
        gradientPenalty = gradientPenalty == null ? (Double) 0.0 : gradientPenalty;
    }

    @Override
    public long mostUpdates() {
        return HasLength.super.mostUpdates();
    }

    @Override
    public StageKind kind() {
        return StageKind.ADVERSARIAL;
    }

    @Override
    public boolean isPenalised() {
        return gradientPenalty > 0;
    }
}
