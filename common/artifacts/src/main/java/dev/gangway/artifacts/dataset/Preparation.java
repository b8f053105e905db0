package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.image.Crop;

/**
 * What was done to the images that were sent before they became a dataset's.
 *
 * @param crop what was cut out of each original; null when it was taken whole
 * @param resize how they became squares of the dataset's size
 * @param split how they came into their splits
 */
public record Preparation(Crop crop, String resize, SplitRule split) {

    /** Of images that were written as they are. */
    static final Preparation NONE =
            new Preparation(null, "none", new SplitRule(SplitRule.By.WRITER, null, SplitRule.Identities.UNKNOWN));
}
