package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.FramedSquare;
import java.util.List;

/**
 * What the networks need of a picture.
 *
 * @param source which picture
 * @param squares of the networks' size, that of which most is visible first; at least one
 */
record PreparedPicture(NumberedPicture source, List<FramedSquare> squares) {

    static PreparedPicture of(NumberedPicture source, OpenedPicture opened) {
        return new PreparedPicture(source, opened.framed().squares());
    }
}
