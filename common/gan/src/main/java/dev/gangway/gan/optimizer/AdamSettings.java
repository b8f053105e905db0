package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;

/**
 * The constants of Adam.
 *
 * @param beta1 decay of the mean of gradients, 0 to less than 1
 * @param beta2 decay of the mean of squared gradients, 0 to less than 1
 * @param epsilon added to the root of the mean square, positive
 */
public record AdamSettings(double beta1, double beta2, double epsilon) implements OptimizerSettings {

    /** What Algorithm 1 of RankGAN uses. */
    public static final AdamSettings RANKGAN = new AdamSettings(0, 0.99, 1e-8);

    /** Adam's own constants (Kingma and Ba 2015). */
    public static final AdamSettings USUAL = new AdamSettings(0.9, 0.999, 1e-8);

    public AdamSettings {
        requireDecay("beta1", beta1);
        requireDecay("beta2", beta2);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon must lie between 0 and 1, not " + epsilon);
        }
    }

    @Override
    public Parameters firstState(NDManager parent, Parameters network) {
        return Adam.firstState(parent, network);
    }

    @Override
    public Optimizer of(Operations operations, Parameters network, Parameters state) {
        return new Adam(operations, network, state, this);
    }

    private static void requireDecay(String name, double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and less than 1, not " + decay);
        }
    }
}
