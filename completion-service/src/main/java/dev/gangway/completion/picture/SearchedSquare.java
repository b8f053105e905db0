package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.FramedSquare;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.mask.Mask;

/**
 * A square that the networks complete.
 *
 * @param square what they see of it
 * @param seed what its draws follow from
 */
record SearchedSquare(FramedSquare square, long seed) {

    boolean hasContext() {
        return square.hasContext();
    }

    RgbImage input() {
        return PixelLayout.rgbImage(square.input());
    }

    /** What is visible; of a square with context only, for nothing is completed behind a mask that hides all. */
    Mask mask() {
        boolean[] visible = square.mask().missing();
        for (int pixel = 0; pixel < visible.length; pixel++) {
            visible[pixel] = !visible[pixel];
        }
        return new Mask(square.mask().height(), visible);
    }
}
