package dev.gangway.completion.picture;

import dev.gangway.completion.network.PixelLayout;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.mask.Mask;

/**
 * What the networks need of a picture.
 *
 * @param source which picture
 * @param input a square of the networks' size
 * @param mask what of it is visible
 */
record PreparedPicture(NumberedPicture source, RgbImage input, Mask mask) {

    static PreparedPicture of(NumberedPicture source, OpenedPicture opened) {
        RgbImage input = PixelLayout.rgbImage(opened.framed().input());
        boolean[] visible = opened.framed().missing();
        for (int pixel = 0; pixel < visible.length; pixel++) {
            visible[pixel] = !visible[pixel];
        }
        return new PreparedPicture(source, input, new Mask(input.height(), visible));
    }
}
