package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The method that a recipe follows. */
public enum Method {
    /** The first GAN, non-saturating. */
    @JsonProperty("gan")
    GAN,
    /** Least squares GAN. */
    @JsonProperty("lsgan")
    LSGAN,
    /** Wasserstein GAN with weight clipping. */
    @JsonProperty("wgan")
    WGAN,
    /** Wasserstein GAN with gradient penalty. */
    @JsonProperty("wgan-gp")
    WGAN_GP,
    /** Margin GAN: GoGAN's stage 1. */
    @JsonProperty("mgan")
    MGAN,
    /** Gang of GANs, any number of stages. */
    @JsonProperty("gogan")
    GOGAN,
    /** RankGAN, Algorithm 1. */
    @JsonProperty("rankgan")
    RANKGAN
}
