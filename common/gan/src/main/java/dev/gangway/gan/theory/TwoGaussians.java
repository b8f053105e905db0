package dev.gangway.gan.theory;

/**
 * The toy of RankGAN's Figure 2: real numbers from N(centre, 1), generated ones from N(-centre, 1), so that the optimal
 * discriminators of the older methods are known in closed form.
 *
 * @param centre half the distance of the means, positive
 */
public record TwoGaussians(double centre) {

    public TwoGaussians {
        if (!(centre > 0 && centre < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("centre must be positive and finite, not " + centre);
        }
    }

    /**
     * p / (p + q) at {@code x}: what the sigmoid of GAN's discriminator and LSGAN's discriminator become (Goodfellow et al. 2014,
     * Proposition 1; Mao et al. 2016, eq. 5 with a = 0, b = 1). Of two normal densities it is a logistic function.
     */
    public double realShare(double x) {
        return 1 / (1 + Math.exp(-2 * centre * x));
    }
}
