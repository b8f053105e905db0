package dev.gangway.contracts.training;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * One version of a dataset in the store.
 *
 * @param team whose it is
 * @param name what it is called
 * @param version which version, from 1
 */
public record DatasetReference(
        @NotNull TeamId team,
        @NotNull @Pattern(regexp = Names.PATTERN) String name,
        @Min(1) int version) {}
