package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a stage trains. */
public enum StageKind {
    /** Encoder and decoder (RankGAN, Algorithm 1, i = 1). */
    @JsonProperty("vae")
    VAE,
    /** The first critic, against the decoder (RankGAN, Algorithm 1, i = 1). */
    @JsonProperty("critic")
    CRITIC,
    /** Discriminator and generator against each other: GAN, LSGAN, WGAN, the stages of GoGAN. */
    @JsonProperty("adversarial")
    ADVERSARIAL,
    /** Critic and generator, ranked against the stage before (RankGAN, Algorithm 1, i > 1). */
    @JsonProperty("ranked")
    RANKED
}
