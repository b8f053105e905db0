package dev.gangway.artifacts.image;

/**
 * A square of a picture that networks see of it; see {@link SquareCover}.
 *
 * @param left columns before it
 * @param top rows above it
 * @param side in pixels, at least 1
 */
public record SquareFrame(int left, int top, int side) {

    public SquareFrame {
        if (left < 0 || top < 0 || side < 1) {
            throw new IllegalArgumentException(
                    "no picture has a square of side " + side + " at column " + left + " and row " + top);
        }
    }

    /** The square as a rectangle. */
    Crop crop() {
        return new Crop(left, top, side, side);
    }

    /** Whether a pixel of the picture lies in it. */
    boolean holds(int row, int column) {
        return depth(row, column) > 0;
    }

    /** How far a pixel is from the nearest edge: 1 for the outermost that lie in it, 0 for those around these. */
    int depth(int row, int column) {
        int vertical = Math.min(row - top, top + side - 1 - row);
        int horizontal = Math.min(column - left, left + side - 1 - column);
        return 1 + Math.min(vertical, horizontal);
    }
}
