package dev.gangway.gan.training;

import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.torchscript.Operations;
import java.util.Optional;

/** The exponential moving average of the generator's values (ProGAN, section 3), where the plan wants one. */
final class GeneratorAverage {

    private static final int WARM_UP = 10;

    private final Operations operations;
    private final Parameters generator;
    private final Optional<Parameters> average;
    private final double decay;

    GeneratorAverage(StageContext context, TrainingState state) {
        this.operations = context.operations();
        this.generator = state.require(NetworkRole.GENERATOR);
        this.average = state.network(NetworkRole.AVERAGED_GENERATOR);
        this.decay = context.plan().computation().averageDecay().orElse(0);
    }

    /** Begins an average at the generator as it is. */
    static void begin(StageContext context, TrainingState state) {
        if (context.plan().computation().averageDecay().isPresent()) {
            state.put(
                    NetworkRole.AVERAGED_GENERATOR,
                    state.require(NetworkRole.GENERATOR).copy(context.manager()));
        }
    }

    /** Follows the generator after its update in the step numbered {@code step} from 0: faster at first, not to lag behind. */
    void follow(int step) {
        double kept = Math.min(decay, (step + 1.0) / (step + WARM_UP));
        average.ifPresent(averaged -> operations.average(averaged.arrays(), generator.arrays(), 1 - kept));
    }
}
