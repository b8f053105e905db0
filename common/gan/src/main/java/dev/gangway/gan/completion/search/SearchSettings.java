package dev.gangway.gan.completion.search;

import dev.gangway.gan.optimizer.AdamSettings;
import dev.gangway.gan.optimizer.OptimizerSettings;
import java.util.OptionalDouble;

/**
 * How z is searched for.
 *
 * @param steps most updates of z
 * @param rate learning rate
 * @param optimizer what turns gradients into updates
 * @param clip z is clipped to [-clip, clip] after each update; where it starts, it is left
 * @param stop when an image's search is over before
 */
public record SearchSettings(int steps, double rate, OptimizerSettings optimizer, OptionalDouble clip, StopRule stop) {

    public SearchSettings {
        if (steps < 0 || steps > 10_000) {
            throw new IllegalArgumentException("steps must be 0 to 10000, not " + steps);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be positive and at most 1, not " + rate);
        }
        if (clip.isPresent() && !(clip.getAsDouble() > 0 && clip.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("clip must be finite and positive, not " + clip.getAsDouble());
        }
    }

    /** Adam with its usual constants, without clipping, to the last update. */
    public static SearchSettings adam(int steps, double rate) {
        return new SearchSettings(steps, rate, AdamSettings.USUAL, OptionalDouble.empty(), StopRule.NEVER);
    }
}
