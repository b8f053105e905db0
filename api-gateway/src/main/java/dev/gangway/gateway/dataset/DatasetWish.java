package dev.gangway.gateway.dataset;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.RefusedException;

/**
 * What a dataset is to be.
 *
 * @param team whose
 * @param name what it is called
 * @param imageSize height and width of its images, 32 or 64
 * @param source who made the images, and where they were taken from
 * @param licence under which terms they may be used
 */
public record DatasetWish(TeamId team, String name, int imageSize, String source, String licence) {

    public DatasetWish {
        if (name == null || !name.matches(Names.PATTERN)) {
            throw RefusedException.badParameter(
                    "name", "must be lower-case letters, digits and inner hyphens, at most 63");
        }
        if (imageSize != 32 && imageSize != 64) {
            throw RefusedException.badParameter("size", "must be 32 or 64");
        }
    }
}
