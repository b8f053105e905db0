package dev.gangway.artifacts.checkpoint;

import dev.gangway.contracts.training.CheckpointId;
import java.time.Instant;

/**
 * The newest checkpoint that a job's line publishes, with the token of the claim that published it.
 *
 * @param checkpoint the newest checkpoint
 * @param publishedAt when it became the newest
 */
public record CheckpointHead(CheckpointId checkpoint, Instant publishedAt) {}
