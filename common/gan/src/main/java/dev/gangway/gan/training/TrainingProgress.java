package dev.gangway.gan.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a training is: with the parameters, all that it needs to go on with the same bits.
 *
 * @param stage number of the stage
 * @param step how many of its steps are done
 * @param stageFinished whether the stage is over
 * @param margins of a ranked stage
 * @param gaps Γ (GoGAN eq. 6) on held-out images at the end of each finished stage, by stage number from 1
 * @param stageGaps Γ at the latest reports of this stage, as many as its end depends on, the oldest first
 * @param schedules weights that change while the stage goes on, by name
 */
public record TrainingProgress(
        int stage,
        int step,
        boolean stageFinished,
        Optional<Margins> margins,
        Map<Integer, Double> gaps,
        List<Double> stageGaps,
        Map<String, Double> schedules) {

    public TrainingProgress {
        if (stage < 0 || step < 0) {
            throw new IllegalArgumentException("there is no step " + step + " of stage " + stage);
        }
        gaps = Map.copyOf(gaps);
        stageGaps = List.copyOf(stageGaps);
        schedules = Map.copyOf(schedules);
    }

    /** Before the first step of the stage numbered {@code stage}, the first of a training. */
    public static TrainingProgress first(int stage) {
        return new TrainingProgress(stage, 0, false, Optional.empty(), Map.of(), List.of(), Map.of());
    }

    /** Before the first step of the next stage. */
    TrainingProgress next() {
        return new TrainingProgress(stage + 1, 0, false, Optional.empty(), gaps, List.of(), Map.of());
    }

    TrainingProgress with(Margins measured) {
        return new TrainingProgress(stage, step, stageFinished, Optional.of(measured), gaps, stageGaps, schedules);
    }

    TrainingProgress with(String schedule, double value) {
        Map<String, Double> changed = new TreeMap<>(schedules);
        changed.put(schedule, value);
        return new TrainingProgress(stage, step, stageFinished, margins, gaps, stageGaps, changed);
    }

    TrainingProgress at(int done) {
        return new TrainingProgress(stage, done, false, margins, gaps, stageGaps, schedules);
    }

    /** With the latest gap, and of those before it so many that {@code remembered} are left. */
    TrainingProgress measured(double gap, int remembered) {
        List<Double> grown = new ArrayList<>(stageGaps);
        grown.add(gap);
        List<Double> latest = grown.subList(Math.max(0, grown.size() - remembered), grown.size());
        return new TrainingProgress(stage, step, stageFinished, margins, gaps, latest, schedules);
    }

    TrainingProgress finished(Optional<HeldOutScores> heldOut) {
        Map<Integer, Double> grown = new TreeMap<>(gaps);
        heldOut.ifPresent(scores -> grown.put(stage, scores.gap()));
        return new TrainingProgress(stage, step, true, margins, grown, stageGaps, schedules);
    }
}
