package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;

/**
 * The constants of RMSProp.
 *
 * @param alpha decay of the mean of squared gradients, 0 to less than 1
 * @param epsilon added to its root, positive
 */
public record RmsPropSettings(double alpha, double epsilon) implements OptimizerSettings {

    /** PyTorch's own constants, which WGAN's authors left as they are. */
    public static final RmsPropSettings USUAL = new RmsPropSettings(0.99, 1e-8);

    public RmsPropSettings {
        if (!(alpha >= 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be at least 0 and less than 1, not " + alpha);
        }
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon must lie between 0 and 1, not " + epsilon);
        }
    }

    @Override
    public Parameters firstState(NDManager parent, Parameters network) {
        return RmsProp.firstState(parent, network);
    }

    @Override
    public Optimizer of(Operations operations, Parameters network, Parameters state) {
        return new RmsProp(operations, network, state, this);
    }
}
