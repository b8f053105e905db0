package dev.gangway.gan.training;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a training is: with the parameters, all that it needs to go on with the same bits.
 *
 * @param stage number of the stage
 * @param step how many of its steps are done
 * @param stageFinished whether the stage is over, by its steps or by its order limit
 * @param margins of a ranked stage
 * @param gaps Γ (GoGAN eq. 6) on held-out images at the end of each finished stage, by stage number from 1
 */
public record TrainingProgress(
        int stage, int step, boolean stageFinished, Optional<Margins> margins, Map<Integer, Double> gaps) {

    public TrainingProgress {
        if (stage < 0 || step < 0) {
            throw new IllegalArgumentException("there is no step " + step + " of stage " + stage);
        }
        gaps = Map.copyOf(gaps);
    }

    /** Before the first step of the next stage. */
    TrainingProgress next(Optional<Margins> measured) {
        return new TrainingProgress(stage + 1, 0, false, measured, gaps);
    }

    TrainingProgress at(int done) {
        return new TrainingProgress(stage, done, false, margins, gaps);
    }

    TrainingProgress finished(Optional<HeldOutScores> heldOut) {
        Map<Integer, Double> grown = new TreeMap<>(gaps);
        heldOut.ifPresent(scores -> grown.put(stage, scores.gap()));
        return new TrainingProgress(stage, step, true, margins, grown);
    }
}
