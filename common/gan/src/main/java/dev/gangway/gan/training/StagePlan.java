package dev.gangway.gan.training;

import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.torchscript.Precision;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A whole training: the networks and the stages they go through. Stages are numbered as in the papers: 0 is the VAE, where
 * there is one, and 1 the first stage with a discriminator.
 *
 * @param architecture the form of the networks
 * @param computation what does not change the networks' form
 * @param measurement what is measured meanwhile
 * @param stages in their order: the VAE, then the critic, or an adversarial stage; then what builds on it
 */
public record StagePlan(
        Architecture architecture, Computation computation, Measurement measurement, List<StageSettings> stages) {

    /**
     * How a training computes.
     *
     * @param seed from which all first weights, noise and data order follow
     * @param precision of convolutions
     * @param averageDecay decay of the exponential moving average of the generator that a stage leaves in its place, if
     *     one is wanted
     */
    public record Computation(long seed, Precision precision, OptionalDouble averageDecay) {

        public Computation {
            Objects.requireNonNull(precision, "precision");
            averageDecay.ifPresent(decay -> Require.fraction("averageDecay", decay));
        }

        /** Full precision, no average. */
        public static Computation seeded(long seed) {
            return new Computation(seed, Precision.FULL, OptionalDouble.empty());
        }
    }

    /**
     * What is measured while a training goes on.
     *
     * @param reportEvery updates (batches) between two reports; losses are read back, held-out images scored and limits
     *     checked only then
     * @param heldOut how many held-out images the margins and the order are measured on, at most
     */
    public record Measurement(int reportEvery, int heldOut) {

        public Measurement {
            Require.positive("reportEvery", reportEvery);
            Require.positive("heldOut", heldOut);
        }
    }

    public StagePlan {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a plan needs a stage");
        }
        for (int place = 0; place < stages.size(); place++) {
            requirePlace(stages, place);
            requireNoBatchNorm(architecture, stages.get(place));
        }
        if (stages.get(stages.size() - 1) instanceof VaeSettings) {
            throw new IllegalArgumentException("a plan needs a stage with a discriminator");
        }
    }

    /** The number of the first stage: 0 with a VAE, else 1. */
    public int firstStage() {
        return stages.get(0) instanceof VaeSettings ? 0 : 1;
    }

    /** The number of the last stage. */
    public int lastStage() {
        return firstStage() + stages.size() - 1;
    }

    /** The settings of the stage numbered {@code stage}. */
    public StageSettings settings(int stage) {
        return stages.get(stage - firstStage());
    }

    /** How many steps of a stage with {@code settings} lie between two reports: at least one. */
    int reportInterval(StageSettings settings) {
        return Math.max(1, measurement.reportEvery() / settings.batchesPerStep());
    }

    private static void requirePlace(List<StageSettings> stages, int place) {
        StageSettings settings = stages.get(place);
        StageSettings before = place == 0 ? null : stages.get(place - 1);
        String refusal = null;
        if (settings instanceof VaeSettings && before != null) {
            refusal = "the VAE is the first stage";
        } else if (settings instanceof CriticSettings && !(before instanceof VaeSettings)) {
            refusal = "a critic stage follows the VAE";
        } else if (settings instanceof AdversarialSettings adversarial) {
            refusal = refusal(adversarial, before);
        } else if (settings instanceof RankedSettings && (before == null || before instanceof VaeSettings)) {
            refusal = "a ranked stage follows one with a discriminator";
        } else if (settings.latents() == Latents.ENCODER && !(stages.get(0) instanceof VaeSettings)) {
            refusal = "latents from the encoder need a VAE";
        }
        if (refusal != null) {
            throw new IllegalArgumentException("stages[" + place + "]: " + refusal);
        }
    }

    private static String refusal(AdversarialSettings adversarial, StageSettings before) {
        if (before != null && !(before instanceof AdversarialSettings)) {
            return "an adversarial stage comes first or follows another";
        }
        return adversarial.ranking().isPresent() && before == null
                ? "a ranking needs an earlier stage to rank against"
                : null;
    }

    private static void requireNoBatchNorm(Architecture architecture, StageSettings settings) {
        if (settings.penaltyWeight() > 0
                && architecture instanceof DcganArchitecture dcgan
                && dcgan.normalisation() == Normalisation.BATCH) {
            throw new IllegalArgumentException(
                    "a gradient penalty is defined for each image by itself: it goes with no batch norm");
        }
    }
}
