package dev.gangway.gateway.rest;

import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Checkpoint;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checkpoint as clients see it. */
@Schema(name = "Checkpoint", description = "A checkpoint that is complete in the store.")
record CheckpointView(
        CheckpointId id,
        String model,
        UUID trainingJob,
        int stage,
        StageKind kind,
        long step,

        @Schema(description = "Whether its stage ended with it.")
        boolean stageEnd,

        Instant writtenAt,
        Map<String, String> links) {

    static CheckpointView of(Checkpoint checkpoint) {
        CheckpointId id = checkpoint.reference().id();
        return new CheckpointView(
                id,
                checkpoint.reference().model(),
                id.job(),
                id.stage(),
                checkpoint.kind(),
                id.step(),
                checkpoint.stageEnd(),
                checkpoint.writtenAt(),
                Map.of("self", "/v1/checkpoints/" + id, "trainingJob", "/v1/training-jobs/" + id.job()));
    }
}
