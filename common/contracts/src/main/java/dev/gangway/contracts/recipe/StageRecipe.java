package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** One stage of a recipe. How long it is, is said in updates or in epochs: passes over the training images. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StageRecipe.Vae.class, name = "vae"),
    @JsonSubTypes.Type(value = StageRecipe.Critic.class, name = "critic"),
    @JsonSubTypes.Type(value = StageRecipe.Adversarial.class, name = "adversarial"),
    @JsonSubTypes.Type(value = StageRecipe.Ranked.class, name = "ranked")
})
public sealed interface StageRecipe {

    /** What the stage trains. */
    @JsonIgnore
    StageKind kind();

    /** Whether the stage's discriminator learns under a gradient penalty. */
    @JsonIgnore
    default boolean isPenalised() {
        return false;
    }

    /** Whether the stage needs the encoder for its latents. */
    @JsonIgnore
    default boolean isEncoding() {
        return false;
    }

    /**
     * Encoder and decoder as a variational autoencoder.
     *
     * @param phases updates and their learning rates, one phase after the other
     * @param adam the optimizer's decay rates
     * @param klWeight weight of the KL term against half the summed squared error of an image
     * @param occlusion the probability that the encoder sees an image with a square hidden, while all of it has to be decoded;
     *     0 when it is not given, as in the papers
     */
    record Vae(
            @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
            @NotNull @Valid AdamDecay adam,
            @NotNull @DecimalMin("0") @DecimalMax("1000") Double klWeight,
            @NotNull @DecimalMin("0") @DecimalMax("1") Double occlusion)
            implements StageRecipe {

        public Vae {
            occlusion = occlusion == null ? (Double) 0.0 : occlusion;
        }

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
     * @param latents where the latents come from; the encoder when it is not said
     */
    record Critic(
            @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Phase> phases,
            @NotNull @Valid AdamDecay adam,
            @NotNull @DecimalMin("0") @DecimalMax("10000") Double gradientPenalty,
            LatentOrigin latents)
            implements StageRecipe {

        public Critic {
            latents = latents == null ? LatentOrigin.ENCODER : latents;
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
    record Adversarial(
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
            implements StageRecipe {

        public Adversarial {
            gradientPenalty = gradientPenalty == null ? (Double) 0.0 : gradientPenalty;
        }

        @Override
        public StageKind kind() {
            return StageKind.ADVERSARIAL;
        }

        @Override
        public boolean isPenalised() {
            return gradientPenalty > 0;
        }

        /** Whether the stage's length is said once. */
        @JsonIgnore
        @AssertTrue(message = "give either updates or epochs")
        public boolean isLengthGiven() {
            return (updates == null) != (epochs == null);
        }
    }

    /**
     * Critic and generator, ranked against the frozen stage before (RankGAN eq. 4-7).
     *
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
    record Ranked(
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
            implements StageRecipe {

        public Ranked {
            latents = latents == null ? LatentOrigin.ENCODER : latents;
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

        /** Whether the stage's length is said once. */
        @JsonIgnore
        @AssertTrue(message = "give either updates or epochs")
        public boolean isLengthGiven() {
            return (updates == null) != (epochs == null);
        }
    }

    /**
     * A stretch of updates with one learning rate.
     *
     * @param updates how many
     * @param epochs the same in epochs
     * @param learningRate the rate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Phase(
            @Min(1) @Max(10_000_000) Integer updates,
            @Min(1) @Max(100_000) Integer epochs,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            Double learningRate) {

        /** Whether the phase's length is said once. */
        @JsonIgnore
        @AssertTrue(message = "give either updates or epochs")
        public boolean isLengthGiven() {
            return (updates == null) != (epochs == null);
        }
    }

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
}
