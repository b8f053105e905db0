package dev.gangway.contracts.recipe;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What is measured while a recipe trains.
 *
 * @param updates updates of the critic, or of the autoencoder, between two measurements
 * @param heldOut how many held-out images margins and order are measured on, at most
 * @param stageImages how many generated images are compared to as many held-out ones by FID, KID and Inception Score at the
 *     end of each stage, at most, and never more than 5,000; 0, the default, measures none of them, and 1 is taken as 2
 * @param completionImages how many held-out images are completed now and then while stages with a critic train, at most; 0
 *     completes none, 16 is the default
 * @param pictures whether plots, sample grids, reconstructions and interpolations are drawn; true by default
 */
public record Measurements(
        @NotNull @Min(1) @Max(1_000_000) Integer updates,
        @NotNull @Min(1) @Max(100_000) Integer heldOut,
        @Min(0) @Max(100_000) Integer stageImages,
        @Min(0) @Max(1_000) Integer completionImages,
        Boolean pictures) {

    private static final int USUAL_COMPLETION_IMAGES = 16;

    public Measurements {
        stageImages = stageImages == null ? 0 : stageImages;
        completionImages = completionImages == null ? USUAL_COMPLETION_IMAGES : completionImages;
        pictures = pictures == null || pictures;
    }
}
