package dev.gangway.gan.completion.mask;

/** Hides one half of the image; of an odd number of rows or columns the middle one stays visible. */
public enum HalfMask {
    LEFT(false, false),
    RIGHT(false, true),
    TOP(true, false),
    BOTTOM(true, true);

    private final boolean ofRows;
    private final boolean far;

    HalfMask(boolean ofRows, boolean far) {
        this.ofRows = ofRows;
        this.far = far;
    }

    /** The mask for images of {@code size} by {@code size} pixels. */
    public Mask ofSize(int size) {
        return Mask.hiding(size, (row, column) -> isHidden(ofRows ? row : column, size));
    }

    private boolean isHidden(int at, int size) {
        return (far ? size - 1 - at : at) < size / 2;
    }
}
