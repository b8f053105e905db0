package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Critic and generator, ranked against the frozen stage before (RankGAN eq. 4-7).
 *
 * @param batch images in one update; null for the recipe's
 * @param updates generator updates at most
 * @param epochs the same in epochs
 * @param criticSteps critic updates before each of them
 * @param critic the critic's optimizer
 * @param generator the generator's optimizer
 * @param gradientPenalty weight of the gradient penalty
 * @param clamp discriminator clamping
 * @param generatorRamp over how many generator updates the weight of the generator's loss rises from 0 to 1, as in the
 *     authors' schedule; null for at once
 * @param latents where the latents come from; the encoder when it is not said
 * @param minimumOrder the stage ends early when D(x) &gt; D(G_i(z)), or D(G_i(z)) &gt; D(G_{i-1}(z)), holds for less than
 *     this share of the held-out images; counts after a quarter of the stage, for both generators begin alike; null for never.
 *     With generatorAverage it is the average that is measured
 * @param stableGap when the stage ends early because its gap is stable; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RankedRecipe(
        @Min(2) @Max(1024) Integer batch,
        @Min(1) @Max(10_000_000) Integer updates,
        @Min(1) @Max(100_000) Integer epochs,
        @NotNull @Min(1) @Max(100) Integer criticSteps,
        @NotNull @Valid OptimizerRecipe critic,
        @NotNull @Valid OptimizerRecipe generator,
        @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty,
        @NotNull @Valid Clamp clamp,
        @Min(1) @Max(10_000_000) Integer generatorRamp,
        LatentOrigin latents,
        @DecimalMin("0") @DecimalMax("1") Double minimumOrder,
        @Valid StableGap stableGap)
        implements StageRecipe, HasLength {

    public RankedRecipe {
        latents = latents == null ? LatentOrigin.ENCODER : latents;
    }

    @Override
    public long mostUpdates() {
        return HasLength.super.mostUpdates();
    }

    @Override
    public StageKind kind() {
        return StageKind.RANKED;
    }

    @Override
    public boolean isPenalised() {
        return gradientPenalty != null && gradientPenalty > 0;
    }

    @Override
    public boolean isEncoding() {
        return latents == LatentOrigin.ENCODER;
    }
}
