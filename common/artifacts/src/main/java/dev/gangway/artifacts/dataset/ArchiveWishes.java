package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.Crop;
import java.util.Optional;

/**
 * What is to be done with an archive's images.
 *
 * @param crop what to cut out of each before it is resized
 * @param shares of the splits, where the archive does not say who goes where
 */
public record ArchiveWishes(Optional<Crop> crop, SplitShares shares) {

    /** Whole images, {@link SplitShares#DEFAULT}. */
    public static final ArchiveWishes DEFAULT = new ArchiveWishes(Optional.empty(), SplitShares.DEFAULT);
}
