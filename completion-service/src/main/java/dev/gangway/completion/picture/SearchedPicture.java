package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.PixelImage;
import java.util.List;

/**
 * A picture whose squares the networks completed.
 *
 * @param prepared which picture, and what the networks were given
 * @param completed its squares, in their order
 * @param isFinite whether all losses were numbers; otherwise hidden pixels mean nothing
 */
record SearchedPicture(PreparedPicture prepared, List<PixelImage> completed, boolean isFinite) {

    NumberedPicture source() {
        return prepared.source();
    }

    /** How many squares had nothing to complete at the networks' size. */
    long withoutHole() {
        return prepared.squares().stream().filter(square -> !square.hasHole()).count();
    }

    /** How many squares were completed from nothing. */
    long withoutContext() {
        return prepared.squares().stream()
                .filter(square -> !square.hasContext())
                .count();
    }
}
