package dev.gangway.completion.picture;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gangway.artifacts.image.SquareFrame;
import java.util.List;

/** What became of one of a user's pictures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PictureOutcome.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = PictureOutcome.Refused.class, name = "refused")
})
public sealed interface PictureOutcome {

    /** The picture's number in its job, from 0. */
    int picture();

    /** The picture's name. */
    String name();

    /**
     * It is completed, or nothing of it was missing and it came back as it was.
     *
     * @param height of the picture in pixels
     * @param width of the picture in pixels
     * @param missing how many pixels were missing
     * @param square the part that the networks were given, or that of several of which most was visible
     * @param squares all of them; null in parts from before there were several
     * @param notes what a person should know of it, in sentences; null in parts from before there were any
     */
    record Completed(
            int picture,
            String name,
            int height,
            int width,
            int missing,
            SquareFrame square,
            List<SquareFrame> squares,
            List<String> notes)
            implements PictureOutcome {
        public Completed {
            squares = squares == null ? List.of(square) : List.copyOf(squares);
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /**
     * It cannot be completed.
     *
     * @param code why, in kebab case
     * @param reason why, for a person
     */
    record Refused(int picture, String name, String code, String reason) implements PictureOutcome {}
}
