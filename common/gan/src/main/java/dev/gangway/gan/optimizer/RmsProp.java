package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.RmsPropTensors;
import java.util.List;

/** RMSProp as PyTorch defines it, in a few multi-tensor operations: what WGAN and GoGAN train with. */
public final class RmsProp implements Optimizer {

    private final Operations operations;
    private final Parameters network;
    private final Parameters state;
    private final double alpha;
    private final double epsilon;

    /**
     * Continues from {@code state}: a first one, or one that was saved.
     *
     * @param alpha decay of the mean of squared gradients
     * @param epsilon added to its root
     */
    public RmsProp(Operations operations, Parameters network, Parameters state, double alpha, double epsilon) {
        this.operations = operations;
        this.network = network;
        this.state = state;
        this.alpha = alpha;
        this.epsilon = epsilon;
    }

    /** The state before the first update of {@code network}, in the care of {@code parent}. */
    public static Parameters firstState(NDManager parent, Parameters network) {
        return Parameters.zeros(parent, network.named());
    }

    @Override
    public void update(List<NDArray> gradients, double rate) {
        operations.rmsProp(new RmsPropTensors(network.arrays(), gradients, state.arrays()), rate, alpha, epsilon);
    }

    @Override
    public Parameters state() {
        return state;
    }
}
