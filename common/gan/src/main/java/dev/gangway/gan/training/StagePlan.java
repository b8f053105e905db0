package dev.gangway.gan.training;

import dev.gangway.gan.network.Architecture;
import java.util.List;

/**
 * A whole training: the networks and the stages they go through. A stage's number is its place in the list.
 *
 * @param architecture the sizes of the networks
 * @param seed from which all first weights, noise and data order follow
 * @param reportEvery updates (batches) between two reports; losses are read back, held-out images scored and limits
 *     checked only then
 * @param heldOut how many held-out images the margins and the order are measured on, at most
 * @param stages the VAE, then the critic, then any number of ranked stages
 */
public record StagePlan(
        Architecture architecture, long seed, int reportEvery, int heldOut, List<StageSettings> stages) {

    public StagePlan {
        Require.positive("reportEvery", reportEvery);
        Require.positive("heldOut", heldOut);
        stages = List.copyOf(stages);
        for (int stage = 0; stage < stages.size(); stage++) {
            if (!kindOf(stage).isInstance(stages.get(stage))) {
                throw new IllegalArgumentException("stage " + stage + " must have "
                        + kindOf(stage).getSimpleName() + ", not " + stages.get(stage));
            }
        }
        if (stages.size() < 2) {
            throw new IllegalArgumentException(
                    "a plan needs the VAE and the critic, it has " + stages.size() + " stages");
        }
    }

    /** How many steps of a stage with {@code settings} lie between two reports: at least one. */
    int reportInterval(StageSettings settings) {
        return Math.max(1, reportEvery / settings.batchesPerStep());
    }

    private static Class<? extends StageSettings> kindOf(int stage) {
        return switch (stage) {
            case 0 -> VaeSettings.class;
            case 1 -> CriticSettings.class;
            default -> RankedSettings.class;
        };
    }
}
