package dev.gangway.gateway.job;

import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointReference;
import java.time.Instant;

/**
 * A checkpoint that is complete in the store.
 *
 * @param reference which, and of which model
 * @param kind what its stage trains
 * @param stageEnd whether its stage ended with it
 * @param writtenAt when
 */
public record Checkpoint(CheckpointReference reference, StageKind kind, boolean stageEnd, Instant writtenAt) {}
