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
    private final RmsPropSettings settings;

    /** Continues from {@code state}: a first one, or one that was saved. */
    public RmsProp(Operations operations, Parameters network, Parameters state, RmsPropSettings settings) {
        this.operations = operations;
        this.network = network;
        this.state = state;
        this.settings = settings;
    }

    /** The state before the first update of {@code network}, in the care of {@code parent}. */
    public static Parameters firstState(NDManager parent, Parameters network) {
        return Parameters.zeros(parent, network.variables());
    }

    @Override
    public void update(List<NDArray> gradients, double rate) {
        List<NDArray> values = List.copyOf(network.variables().values());
        operations.rmsProp(
                new RmsPropTensors(values, gradients, state.arrays()), rate, settings.alpha(), settings.epsilon());
    }

    @Override
    public Parameters state() {
        return state;
    }
}
