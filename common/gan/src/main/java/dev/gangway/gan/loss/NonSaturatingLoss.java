package dev.gangway.gan.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * The loss of the first GAN, RankGAN (1), over scores before the sigmoid; the generator's with the -log D trick (GoGAN,
 * section 3.2). Scores have the shape (batch), losses are scalars.
 */
public record NonSaturatingLoss() implements AdversarialLoss {

    /** -log D(x) - log(1 - D(G(z))), averaged. */
    @Override
    public NDArray discriminator(NDArray real, NDArray fake) {
        return Activation.softPlus(real.neg())
                .mean()
                .add(Activation.softPlus(fake).mean());
    }

    /** -log D(G(z)), averaged. */
    @Override
    public NDArray generator(NDArray fake) {
        return Activation.softPlus(fake.neg()).mean();
    }
}
