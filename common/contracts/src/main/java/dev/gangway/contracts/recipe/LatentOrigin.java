package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the latents of a stage come from. */
public enum LatentOrigin {
    /** The encoder's answer to the real images (RankGAN, Algorithm 1). */
    @JsonProperty("encoder")
    ENCODER,
    /** The prior: RankGAN without encoder. */
    @JsonProperty("prior")
    PRIOR
}
