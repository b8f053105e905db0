package dev.gangway.gan.completion.objective;

import ai.djl.ndarray.NDArray;

/** How much less real than real the discriminator finds an image; scores and losses are (batch). */
public enum PerceptualLoss {
    /** RankGAN (9): -D(G(z)). */
    RANKGAN {
        @Override
        public NDArray of(NDArray generated, NDArray image) {
            return generated.neg();
        }

        @Override
        public NDArray constant(NDArray image) {
            return image.zerosLike();
        }
    },
    /** GoGAN (31): D(x) - D(G(z)); the first term is a constant and changes no gradient. */
    GOGAN {
        @Override
        public NDArray of(NDArray generated, NDArray image) {
            return generated.neg().add(image);
        }

        @Override
        public NDArray constant(NDArray image) {
            return image;
        }
    };

    /**
     * The loss of each image.
     *
     * @param generated D(G(z))
     * @param image D(x), of the image that is completed
     */
    public abstract NDArray of(NDArray generated, NDArray image);

    /**
     * The part of each image's loss that no G(z) changes.
     *
     * @param image D(x), of the image that is completed
     */
    public abstract NDArray constant(NDArray image);
}
