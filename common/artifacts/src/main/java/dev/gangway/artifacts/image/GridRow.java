package dev.gangway.artifacts.image;

import java.util.List;

/**
 * One row of a contact sheet.
 *
 * @param caption what its images are, such as {@code stage 2}; letters, digits and common signs
 * @param images from left to right, all of one size, at least one
 */
public record GridRow(String caption, List<PixelImage> images) {

    public GridRow {
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("the row " + caption + " has no images");
        }
    }
}
