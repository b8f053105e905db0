package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.image.Crop;
import java.util.List;

/**
 * What was done to the images that were sent before they became a dataset's.
 *
 * @param crop what was cut out of each original; null when it was taken whole
 * @param resize how they became squares of the dataset's size
 * @param split how they came into their splits
 * @param notices what else whoever sent them should know, such as which files were left out
 */
public record Preparation(Crop crop, String resize, SplitRule split, List<FileNotice> notices) {

    /** Of images that were written as they are. */
    static final Preparation NONE = new Preparation(
            null, "none", new SplitRule(SplitRule.By.WRITER, null, SplitRule.Identities.UNKNOWN, null), List.of());

    /** Datasets from before there were notices have none. */
    public Preparation {
        notices = notices == null ? List.of() : List.copyOf(notices);
    }
}
