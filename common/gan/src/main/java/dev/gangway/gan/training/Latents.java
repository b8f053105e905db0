package dev.gangway.gan.training;

/** Where the latents of a stage come from. */
public enum Latents {
    /** The encoder's answer to the real images of the batch (RankGAN, Algorithm 1). */
    ENCODER,
    /** The prior: RankGAN without encoder (section 4.2, Table 1). */
    PRIOR
}
