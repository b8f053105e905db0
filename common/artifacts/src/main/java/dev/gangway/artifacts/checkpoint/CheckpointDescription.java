package dev.gangway.artifacts.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import java.util.Map;

/**
 * What a trainer says about a checkpoint that it writes.
 *
 * @param architecture the networks' name
 * @param recipe the job's recipe as it was resolved
 * @param stageKind what the stage trains
 * @param stageEnd whether the stage is complete with it
 * @param state what training needs to go on
 * @param parent the checkpoint that it grew out of; null for a job's first
 * @param figures what was measured with it on held-out data, by name; finite values
 * @param codeVersion the version of Gangway that wrote it
 */
public record CheckpointDescription(
        String architecture,
        JsonNode recipe,
        StageKind stageKind,
        boolean stageEnd,
        TrainingState state,
        CheckpointId parent,
        Map<String, Double> figures,
        String codeVersion) {

    public CheckpointDescription {
        figures = Map.copyOf(figures);
    }
}
