package dev.gangway.gan;

import dev.gangway.gan.loss.AdversarialLoss;
import dev.gangway.gan.loss.ClampLoss;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.RmsPropSettings;
import dev.gangway.gan.training.AdversarialSettings;
import dev.gangway.gan.training.CriticSettings;
import dev.gangway.gan.training.Latents;
import dev.gangway.gan.training.LearningRates;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StageSettings;
import dev.gangway.gan.training.VaeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Plans of tiny networks. */
public final class Plans {

    public static final AdamSettings ADAM = new AdamSettings(0.5, 0.99, 1e-8);

    private Plans() {}

    public static Architecture tinyNetworks() {
        return tinyNetworks(4, Normalisation.NONE);
    }

    public static Architecture tinyNetworks(int width, Normalisation normalisation) {
        return new DcganArchitecture(16, width, 6, Upsampling.TRANSPOSED_CONVOLUTION, normalisation, Initialisation.HE);
    }

    /** A plan of tiny networks with a report every second update. */
    public static StagePlan of(Architecture architecture, StageSettings... stages) {
        return new StagePlan(
                architecture, StagePlan.Computation.seeded(11), new StagePlan.Measurement(2, 40), List.of(stages));
    }

    /** VAE, critic, then {@code rankedStages}, of a few steps each, with a report every second update. */
    public static StagePlan tiny(int vaeSteps, int criticSteps, int rankedSteps, int rankedStages) {
        List<StageSettings> stages = new ArrayList<>();
        stages.add(vae(vaeSteps));
        stages.add(critic(criticSteps));
        for (int stage = 0; stage < rankedStages; stage++) {
            stages.add(ranked(rankedSteps, Optional.empty()));
        }
        return of(tinyNetworks(), stages.toArray(StageSettings[]::new));
    }

    public static VaeSettings vae(int steps) {
        return new VaeSettings(8, LearningRates.constant(steps, 1e-3), ADAM, 1, 0);
    }

    public static CriticSettings critic(int steps) {
        LearningRates rates =
                new LearningRates(List.of(new LearningRates.Phase(steps - 1, 3e-4), new LearningRates.Phase(1, 5e-5)));
        return new CriticSettings(8, rates, ADAM, 10, Latents.ENCODER);
    }

    public static RankedSettings ranked(int steps, Optional<RankedSettings.OrderLimit> limit) {
        return ranked(steps, Latents.ENCODER, new RankedSettings.Limits(limit, Optional.empty()));
    }

    public static RankedSettings ranked(int steps, Latents latents, RankedSettings.Limits limits) {
        RankedSettings.Clamp clamp = new RankedSettings.Clamp(10, ClampLoss.Form.BATCH_MEAN, 0.9);
        return new RankedSettings(
                steps,
                8,
                latents,
                new RankedSettings.Critic(3, 5e-5, ADAM, 10, clamp),
                new RankedSettings.Generator(5e-6, AdamSettings.RANKGAN, 2),
                limits);
    }

    /** The first stage of one of the methods without encoder. */
    public static AdversarialSettings adversarial(int steps, AdversarialLoss loss) {
        return adversarial(steps, loss, Optional.empty(), OptionalDouble.empty(), 0);
    }

    public static AdversarialSettings adversarial(
            int steps,
            AdversarialLoss loss,
            Optional<AdversarialSettings.Ranking> ranking,
            OptionalDouble clip,
            double penaltyWeight) {
        return new AdversarialSettings(
                steps,
                8,
                loss,
                ranking,
                new AdversarialSettings.Critic(2, 1e-3, RmsPropSettings.USUAL, clip, penaltyWeight),
                new AdversarialSettings.Generator(1e-3, RmsPropSettings.USUAL),
                Optional.empty());
    }
}
