package dev.gangway.contracts.recipe;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What is measured while a recipe trains.
 *
 * @param updates updates of the critic, or of the autoencoder, between two measurements
 * @param heldOut how many held-out images margins and order are measured on, at most
 */
public record Measurements(
        @NotNull @Min(1) @Max(1_000_000) Integer updates,
        @NotNull @Min(1) @Max(100_000) Integer heldOut) {}
