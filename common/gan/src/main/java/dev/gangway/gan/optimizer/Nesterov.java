package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.NesterovTensors;
import dev.gangway.gan.torchscript.Operations;
import java.util.List;

/** Gradient descent with Nesterov's momentum as PyTorch defines it: what completion by search for z is often done with. */
public final class Nesterov implements Optimizer {

    private final Operations operations;
    private final Parameters network;
    private final Parameters state;
    private final NesterovSettings settings;

    /** Continues from {@code state}: a first one, or one that was saved. */
    public Nesterov(Operations operations, Parameters network, Parameters state, NesterovSettings settings) {
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
        operations.nesterov(new NesterovTensors(values, gradients, state.arrays()), rate, settings.momentum());
    }

    @Override
    public Parameters state() {
        return state;
    }
}
