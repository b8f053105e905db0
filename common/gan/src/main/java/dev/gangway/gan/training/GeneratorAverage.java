package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;
import java.util.List;
import java.util.Optional;

/** The exponential moving average of the generator's values (ProGAN, section 3), where the plan wants one. */
final class GeneratorAverage {

    private final Operations operations;
    private final Parameters generator;
    private final Optional<Parameters> average;
    private final double weight;

    GeneratorAverage(StageContext context, TrainingState state) {
        this.operations = context.operations();
        this.generator = state.require(NetworkRole.GENERATOR);
        this.average = state.network(NetworkRole.AVERAGED_GENERATOR);
        this.weight = 1 - context.plan().computation().averageDecay().orElse(0);
    }

    /** Begins an average at the generator as it is. */
    static void begin(StageContext context, TrainingState state) {
        if (context.plan().computation().averageDecay().isPresent()) {
            state.put(
                    NetworkRole.AVERAGED_GENERATOR,
                    state.require(NetworkRole.GENERATOR).copy(context.manager()));
        }
    }

    /** Follows the generator after an update. */
    void follow() {
        average.ifPresent(averaged -> operations.average(values(averaged), values(generator), weight));
    }

    private static List<NDArray> values(Parameters network) {
        return network.arrays();
    }
}
