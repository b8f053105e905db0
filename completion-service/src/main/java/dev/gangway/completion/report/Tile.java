package dev.gangway.completion.report;

import dev.gangway.artifacts.image.PixelImage;
import java.util.List;

/**
 * One image of a job, side by side with what it was made of.
 *
 * @param caption its number, or its name
 * @param figures how close it came to the truth, one after the other; empty when that is not known
 * @param images truth, input and completion, as far as there are any
 */
public record Tile(String caption, List<String> figures, List<Captioned> images) {

    public Tile {
        figures = List.copyOf(figures);
        images = List.copyOf(images);
    }

    /** An image and what it is. */
    public record Captioned(String caption, PixelImage image) {}
}
