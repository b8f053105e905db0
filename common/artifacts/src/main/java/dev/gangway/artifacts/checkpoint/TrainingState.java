package dev.gangway.artifacts.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * What training needs, besides its parts, to go on exactly where it was.
 *
 * @param seed of every random choice
 * @param dataPosition how many training images were shown in this stage
 * @param margins by name, such as {@code high} and {@code low}; empty before they are measured
 * @param schedules by name, the present values of weights that change while training
 * @param gapHistory the gap (GoGAN eq. 6) at each measurement of this stage, the oldest first
 * @param gapByStage the gap at the end of each finished stage, by stage number
 */
public record TrainingState(
        long seed,
        long dataPosition,
        Map<String, Double> margins,
        Map<String, Double> schedules,
        List<Double> gapHistory,
        Map<Integer, Double> gapByStage) {

    public TrainingState {
        margins = Map.copyOf(margins);
        schedules = Map.copyOf(schedules);
        gapHistory = List.copyOf(gapHistory);
        gapByStage = Map.copyOf(gapByStage);
    }
}
