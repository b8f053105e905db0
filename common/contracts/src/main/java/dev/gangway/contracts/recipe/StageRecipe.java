package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** One stage of a recipe. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StageRecipe.Vae.class, name = "vae"),
    @JsonSubTypes.Type(value = StageRecipe.Critic.class, name = "critic"),
    @JsonSubTypes.Type(value = StageRecipe.Ranked.class, name = "ranked")
})
public sealed interface StageRecipe {

    /** What the stage trains. */
    @JsonIgnore
    StageKind kind();

    /**
     * Encoder and decoder as a variational autoencoder.
     *
     * @param phases updates and their learning rates, one phase after the other
     * @param adam the optimizer's decay rates
     * @param klWeight weight of the KL term against half the summed squared error of an image
     */
    record Vae(
            @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
            @NotNull @Valid AdamDecay adam,
            @NotNull @DecimalMin("0") @DecimalMax("1000") Double klWeight)
            implements StageRecipe {
        @Override
        public StageKind kind() {
            return StageKind.VAE;
        }
    }

    /**
     * The first critic, by the WGAN loss with gradient penalty (RankGAN eq. 5) against the frozen decoder.
     *
     * @param phases updates and their learning rates, one phase after the other
     * @param adam the optimizer's decay rates
     * @param gradientPenalty weight of the gradient penalty
     */
    record Critic(
            @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
            @NotNull @Valid AdamDecay adam,
            @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty)
            implements StageRecipe {
        @Override
        public StageKind kind() {
            return StageKind.CRITIC;
        }
    }

    /**
     * Critic and generator, ranked against the frozen stage before (RankGAN eq. 4-7).
     *
     * @param updates generator updates
     * @param criticSteps critic updates before each of them
     * @param critic the critic's optimizer
     * @param generator the generator's optimizer
     * @param gradientPenalty weight of the gradient penalty
     * @param clamp discriminator clamping
     * @param minimumOrder the stage ends early when fewer than this share of the held-out images keep
     *     D(x) &gt; D(G_i(z)) &gt; D(G_{i-1}(z)); null for never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ranked(
            @NotNull @Min(1) @Max(10_000_000) Integer updates,
            @NotNull @Min(1) @Max(100) Integer criticSteps,
            @NotNull @Valid AdamRecipe critic,
            @NotNull @Valid AdamRecipe generator,
            @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty,
            @NotNull @Valid Clamp clamp,
            @DecimalMin("0") @DecimalMax("1") Double minimumOrder)
            implements StageRecipe {
        @Override
        public StageKind kind() {
            return StageKind.RANKED;
        }
    }

    /**
     * A stretch of updates with one learning rate.
     *
     * @param updates how many
     * @param learningRate the rate
     */
    record Phase(
            @NotNull @Min(1) @Max(10_000_000) Integer updates,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double learningRate) {}

    /**
     * Decay rates of Adam.
     *
     * @param beta1 of the first moment
     * @param beta2 of the second moment
     */
    record AdamDecay(
            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta1,

            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta2) {}

    /**
     * Adam.
     *
     * @param learningRate the rate
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     */
    record AdamRecipe(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double learningRate,

            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta1,

            @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
            Double beta2) {}

    /**
     * Discriminator clamping (RankGAN eq. 6).
     *
     * @param weight weight of the clamp
     * @param over whether the hinge is taken of each sample or of the batch's mean
     */
    record Clamp(
            @NotNull @DecimalMin("0") @DecimalMax("100000") Double weight,
            @NotNull Over over) {

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
}
