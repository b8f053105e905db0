package dev.gangway.artifacts.picture;

import java.util.Objects;

/**
 * A user's own picture with a part missing.
 *
 * @param name its path within its folder without the ending, such as {@code 2019/attic}
 * @param image the damaged picture
 * @param mask white where something is missing; null when the job's mask is meant
 * @param truth the undamaged picture; null when nobody has it
 */
public record Picture(String name, PictureFile image, PictureFile mask, PictureFile truth) {

    public Picture {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
    }
}
