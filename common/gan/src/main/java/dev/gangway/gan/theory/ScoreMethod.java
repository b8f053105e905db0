package dev.gangway.gan.theory;

import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.loss.LeastSquaresLoss;
import dev.gangway.gan.loss.MarginLoss;
import dev.gangway.gan.loss.NonSaturatingLoss;
import dev.gangway.gan.loss.WassersteinLoss;

/** The discriminators of RankGAN's Figure 2. */
public enum ScoreMethod {
    /** Scores before the sigmoid. */
    GAN("GAN", 0),
    /**
     * With a gradient penalty. Where the penalty sees few points its weight decides the slope: the optimum has
     * D' - 1 = (F_q - F_p) / (2 λ ρ), with the distribution functions F and the density ρ of the points between.
     */
    WGAN("WGAN", 100),
    LSGAN("LSGAN", 0),
    /** The margin loss (3) that RankGAN's stages build on, with a margin of 1. */
    RANKGAN("RankGAN", 0);

    private final String title;
    private final double penaltyWeight;

    ScoreMethod(String title, double penaltyWeight) {
        this.title = title;
        this.penaltyWeight = penaltyWeight;
    }

    /** The method's name. */
    public String title() {
        return title;
    }

    AdversarialLoss loss() {
        return switch (this) {
            case GAN -> new NonSaturatingLoss();
            case WGAN -> new WassersteinLoss();
            case LSGAN -> new LeastSquaresLoss();
            case RANKGAN -> new MarginLoss(1);
        };
    }

    double penaltyWeight() {
        return penaltyWeight;
    }
}
