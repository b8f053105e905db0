package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;

/** The ranking losses of RankGAN (4), without margin. Scores of the stage's own discriminator have the shape (batch). */
public record RankingLoss() {

    /** Mean [D_i(G_i(z)) - D_i(G_{i-1}(z))]+: to see through the new generator as through the one before. */
    public NDArray discriminator(NDArray fake, NDArray previous) {
        return Hinge.mean(fake.sub(previous));
    }

    /** Mean [D_i(x) - D_i(G_i(z))]+: to be scored like the real image. */
    public NDArray generator(NDArray real, NDArray fake) {
        return Hinge.mean(real.sub(fake));
    }
}
