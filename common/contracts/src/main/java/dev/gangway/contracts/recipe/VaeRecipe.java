package dev.gangway.contracts.recipe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Encoder and decoder as a variational autoencoder.
 *
 * @param phases updates and their learning rates, one phase after the other
 * @param adam the optimizer's decay rates
 * @param klWeight weight of the KL term against half the summed squared error of an image
 * @param occlusion the probability that the encoder sees an image with a square hidden, while all of it has to be decoded;
 *     0 when it is not given, as in the papers
 */
public record VaeRecipe(
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
        @NotNull @Valid AdamDecay adam,
        @NotNull @DecimalMin("0") @DecimalMax("1000") Double klWeight,
        @NotNull @DecimalMin("0") @DecimalMax("1") Double occlusion)
        implements StageRecipe {

    public VaeRecipe {
        occlusion = occlusion == null ? (Double) 0.0 : occlusion;
    }

    @Override
    public long mostUpdates() {
        return phases.stream().mapToLong(Phase::mostUpdates).sum();
    }

    @Override
    public StageKind kind() {
        return StageKind.VAE;
    }
}
