package dev.gangway.contracts.recipe;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How often a checkpoint is written besides every stage's end.
 *
 * @param updates updates of the critic, or of the autoencoder, between two checkpoints
 */
public record CheckpointInterval(
        @NotNull @Min(1) @Max(10_000_000) Integer updates) {}
