package dev.gangway.artifacts.image.format;

import java.util.Objects;

/**
 * Something about a picture that its owner should know, although it was worked on.
 *
 * @param code what it is, in kebab case and stable
 * @param text the same for a person
 */
public record PictureNote(String code, String text) {

    public PictureNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
