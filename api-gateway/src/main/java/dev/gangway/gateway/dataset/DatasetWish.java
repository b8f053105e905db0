package dev.gangway.gateway.dataset;

import dev.gangway.artifacts.dataset.ArchiveWishes;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import java.util.Set;

/**
 * What a dataset is to be.
 *
 * @param team whose
 * @param name what it is called
 * @param imageSize height and width of its images, 32, 64 or 128
 * @param origin where the images come from
 * @param archive what is to be done with the archive's images
 */
public record DatasetWish(TeamId team, String name, int imageSize, DatasetOrigin origin, ArchiveWishes archive) {

    /** The sizes that images can have. */
    public static final Set<Integer> SIZES = Set.of(32, 64, 128);

    /** What a name must be. */
    public static final String NAME = "must be lower-case letters, digits and inner hyphens, at most 63";

    /** What a size must be. */
    public static final String SIZE = "must be 32, 64 or 128";

    public DatasetWish {
        if (!isName(name) || !SIZES.contains(imageSize)) {
            throw new IllegalArgumentException("name " + NAME + ", size " + SIZE);
        }
    }

    /** Whether a dataset can be called so. */
    public static boolean isName(String name) {
        return name != null && name.matches(Names.PATTERN);
    }
}
