package dev.gangway.contracts.training;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A checkpoint with what is needed to find it in the store.
 *
 * @param team whose it is
 * @param model the model it belongs to
 * @param id the checkpoint
 */
public record CheckpointReference(
        @NotNull TeamId team,
        @NotNull @Pattern(regexp = Names.PATTERN) String model,
        @NotNull CheckpointId id) {}
