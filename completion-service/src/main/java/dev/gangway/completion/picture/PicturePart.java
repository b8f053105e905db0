package dev.gangway.completion.picture;

import java.util.List;

/**
 * The object with what became of a task's pictures; it is written last.
 *
 * @param outcomes in the order of the pictures' numbers
 * @param figures the key of the object with the figures of those whose truth is known; null when there is none
 */
public record PicturePart(List<PictureOutcome> outcomes, String figures) {

    public PicturePart {
        outcomes = List.copyOf(outcomes);
    }
}
