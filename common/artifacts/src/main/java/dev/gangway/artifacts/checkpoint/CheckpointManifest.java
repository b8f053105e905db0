package dev.gangway.artifacts.checkpoint;

import dev.gangway.artifacts.store.StoredPart;
import dev.gangway.contracts.training.CheckpointReference;
import java.time.Instant;
import java.util.List;

/**
 * What a checkpoint consists of. It is written last: without a manifest there is no checkpoint.
 *
 * @param checkpoint which checkpoint: team, model, job, stage, step and the token of the claim that wrote it
 * @param description what the trainer says about it
 * @param parts its safetensors files with size and SHA-256
 * @param createdAt when it was written
 */
public record CheckpointManifest(
        CheckpointReference checkpoint, CheckpointDescription description, List<StoredPart> parts, Instant createdAt) {

    public CheckpointManifest {
        parts = List.copyOf(parts);
    }
}
