package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;

/**
 * The constant of Nesterov's momentum.
 *
 * @param momentum what is left of the velocity at each update, 0 to less than 1
 */
public record NesterovSettings(double momentum) implements OptimizerSettings {

    /** What momentum is nearly always set to (Sutskever et al. 2013). */
    public static final NesterovSettings USUAL = new NesterovSettings(0.9);

    public NesterovSettings {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be at least 0 and less than 1, not " + momentum);
        }
    }

    @Override
    public Parameters firstState(NDManager parent, Parameters network) {
        return Nesterov.firstState(parent, network);
    }

    @Override
    public Optimizer of(Operations operations, Parameters network, Parameters state) {
        return new Nesterov(operations, network, state, this);
    }
}
