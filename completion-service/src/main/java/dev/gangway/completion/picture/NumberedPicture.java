package dev.gangway.completion.picture;

import dev.gangway.artifacts.picture.Picture;

/**
 * A picture and its place in the job.
 *
 * @param number from 0
 * @param picture where it lies
 */
record NumberedPicture(int number, Picture picture) {

    PictureOutcome.Refused refused(PictureFault fault) {
        return new PictureOutcome.Refused(number, picture.name(), fault.code(), fault.reason());
    }
}
