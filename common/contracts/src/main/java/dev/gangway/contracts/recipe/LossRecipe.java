package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/** What discriminator and generator of an adversarial stage minimise against each other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LossRecipe.NonSaturating.class, name = "non-saturating"),
    @JsonSubTypes.Type(value = LossRecipe.LeastSquares.class, name = "least-squares"),
    @JsonSubTypes.Type(value = LossRecipe.Wasserstein.class, name = "wasserstein"),
    @JsonSubTypes.Type(value = LossRecipe.Margin.class, name = "margin"),
    @JsonSubTypes.Type(value = LossRecipe.Gang.class, name = "gang")
})
public sealed interface LossRecipe {

    /** The first GAN's, with the -log D trick (RankGAN eq. 1, GoGAN section 3.2). */
    record NonSaturating() implements LossRecipe {}

    /** LSGAN's. */
    record LeastSquares() implements LossRecipe {}

    /** WGAN's (GoGAN eq. 1, RankGAN eq. 2). */
    record Wasserstein() implements LossRecipe {}

    /**
     * The margin loss of MGAN (GoGAN eq. 2, RankGAN eq. 3).
     *
     * @param epsilon the margin
     */
    record Margin(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000")
            Double epsilon) implements LossRecipe {}

    /**
     * GoGAN's: the margin loss and the ranking loss against the frozen stage before (GoGAN eq. 2 and 3).
     *
     * @param epsilon the margin
     * @param lambda1 weight of the margin loss
     * @param lambda2 weight of the ranking loss
     */
    record Gang(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000")
            Double epsilon,

            @NotNull @DecimalMin("0") @DecimalMax("1000000") Double lambda1,
            @NotNull @DecimalMin("0") @DecimalMax("1000000") Double lambda2)
            implements LossRecipe {}
}
