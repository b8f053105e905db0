package dev.gangway.gan.training;

import java.util.List;

/**
 * A learning rate that is constant by phases.
 *
 * @param phases at least one, in their order
 */
public record LearningRates(List<Phase> phases) {

    /**
     * Some updates at one rate.
     *
     * @param updates positive
     * @param rate positive, at most 1
     */
    public record Phase(int updates, double rate) {

        public Phase {
            Require.positive("updates", updates);
            Require.rate("rate", rate);
        }
    }

    public LearningRates {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("learning rates need at least one phase");
        }
    }

    /** One phase. */
    public static LearningRates constant(int updates, double rate) {
        return new LearningRates(List.of(new Phase(updates, rate)));
    }

    /** How many updates all phases have together. */
    public int updates() {
        return phases.stream().mapToInt(Phase::updates).sum();
    }

    /** The rate of the update numbered {@code update} from 0. */
    public double at(int update) {
        int end = 0;
        for (Phase phase : phases) {
            end += phase.updates();
            if (update < end) {
                return phase.rate();
            }
        }
        throw new IndexOutOfBoundsException("update " + update + " of " + end);
    }
}
