package dev.gangway.contracts.recipe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The first critic, by the WGAN loss with gradient penalty (RankGAN eq. 5) against the frozen decoder.
 *
 * @param phases updates and their learning rates, one phase after the other
 * @param adam the optimizer's decay rates
 * @param gradientPenalty weight of the gradient penalty
 * @param latents where the latents come from; the encoder when it is not said
 */
public record CriticRecipe(
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
        @NotNull @Valid AdamDecay adam,
        @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty,
        LatentOrigin latents)
        implements StageRecipe {

    public CriticRecipe {
        latents = latents == null ? LatentOrigin.ENCODER : latents;
    }

    @Override
    public long mostUpdates() {
        return phases.stream().mapToLong(Phase::mostUpdates).sum();
    }

    @Override
    public StageKind kind() {
        return StageKind.CRITIC;
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
