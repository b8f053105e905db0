package dev.gangway.gan;

import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.training.CriticSettings;
import dev.gangway.gan.training.LearningRates;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.VaeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of tiny networks. */
public final class Plans {

    public static final AdamSettings ADAM = new AdamSettings(0.5, 0.99, 1e-8);

    private Plans() {}

    public static Architecture tinyNetworks() {
        return new Architecture(16, 4, 6, Upsampling.TRANSPOSED_CONVOLUTION, Initialisation.HE);
    }

    /** VAE, critic, then {@code rankedStages}, of a few steps each, with a report every second update. */
    public static StagePlan tiny(int vaeSteps, int criticSteps, int rankedSteps, int rankedStages) {
        List<StageSettings> stages = new ArrayList<>();
        stages.add(vae(vaeSteps));
        stages.add(critic(criticSteps));
        for (int stage = 0; stage < rankedStages; stage++) {
            stages.add(ranked(rankedSteps, Optional.empty()));
        }
        return new StagePlan(tinyNetworks(), 11, 2, 40, stages);
    }

    public static VaeSettings vae(int steps) {
        return new VaeSettings(8, LearningRates.constant(steps, 1e-3), ADAM, 1);
    }

    public static CriticSettings critic(int steps) {
        LearningRates rates =
                new LearningRates(List.of(new LearningRates.Phase(steps - 1, 3e-4), new LearningRates.Phase(1, 5e-5)));
        return new CriticSettings(8, rates, ADAM, 10);
    }

    public static RankedSettings ranked(int steps, Optional<RankedSettings.OrderLimit> limit) {
        RankedSettings.Clamp clamp = new RankedSettings.Clamp(10, ClampLoss.Form.BATCH_MEAN);
        return new RankedSettings(
                steps,
                8,
                new RankedSettings.Critic(3, 5e-5, ADAM, 10, clamp),
                new RankedSettings.Generator(5e-6, AdamSettings.RANKGAN),
                limit);
    }
}
