package dev.gangway.gan.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.AdamTensors;
import dev.gangway.gan.torchscript.Operations;
import java.util.List;
import java.util.TreeMap;

/** Adam (Kingma and Ba 2015, Algorithm 1) as one fused update; DJL's keeps its moments private. */
public final class Adam implements Optimizer {

    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";
    private static final String STEPS = "steps.";

    private final Operations operations;
    private final Parameters network;
    private final Parameters state;
    private final AdamSettings settings;

    /** Continues from {@code state}: a first one, or one that was saved. */
    public Adam(Operations operations, Parameters network, Parameters state, AdamSettings settings) {
        this.operations = operations;
        this.network = network;
        this.state = state;
        this.settings = settings;
    }

    /** The state before the first update of {@code network}, in the care of {@code parent}. */
    public static Parameters firstState(NDManager parent, Parameters network) {
        try (NDManager scope = parent.newSubManager()) {
            TreeMap<String, NDArray> like = new TreeMap<>();
            network.variables().forEach((name, array) -> {
                like.put(MEAN + name, array);
                like.put(SQUARE + name, array);
                like.put(STEPS + name, scope.zeros(new Shape()));
            });
            return Parameters.zeros(parent, like);
        }
    }

    @Override
    public void update(List<NDArray> gradients, double rate) {
        AdamTensors tensors = new AdamTensors(values(), gradients, ofEach(MEAN), ofEach(SQUARE), ofEach(STEPS));
        operations.adam(tensors, rate, settings.beta1(), settings.beta2(), settings.epsilon());
    }

    @Override
    public Parameters state() {
        return state;
    }

    private List<NDArray> values() {
        return List.copyOf(network.variables().values());
    }

    private List<NDArray> ofEach(String kind) {
        return network.variables().keySet().stream()
                .map(name -> state.get(kind + name))
                .toList();
    }
}
