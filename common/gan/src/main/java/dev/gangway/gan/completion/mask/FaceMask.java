package dev.gangway.gan.completion.mask;

/** The four masks of RankGAN (section 4.3) as the authors' code draws them on 64 x 64 pixels; other sizes are scaled. */
public enum FaceMask {
    /** Hides rows 24 to 48 of columns 19 to 43. */
    CENTER_SMALL(24, 48, 19, 43, false),
    /** Hides rows 17 to 55 of columns 12 to 50. */
    CENTER_LARGE(17, 55, 12, 50, false),
    /** Hides rows 25 to 63, all below the eyes. */
    PERIOCULAR_SMALL(25, 63, 0, 63, false),
    /** Hides rows 25 to 63 and, on both sides, eight columns in full. */
    PERIOCULAR_LARGE(25, 63, 0, 63, true);

    private static final int DRAWN_ON = 64;
    private static final int SIDE = 8;

    private final int firstRow;
    private final int lastRow;
    private final int firstColumn;
    private final int lastColumn;
    private final boolean sides;

    FaceMask(int firstRow, int lastRow, int firstColumn, int lastColumn, boolean sides) {
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.firstColumn = firstColumn;
        this.lastColumn = lastColumn;
        this.sides = sides;
    }

    /** The mask for images of {@code size} by {@code size} pixels. */
    public Mask ofSize(int size) {
        return Mask.hiding(size, (row, column) -> inBox(row, column, size) || (sides && atSide(column, size)));
    }

    private boolean inBox(int row, int column, int size) {
        return within(row, firstRow, lastRow, size) && within(column, firstColumn, lastColumn, size);
    }

    private static boolean atSide(int column, int size) {
        return within(column, 0, SIDE - 1, size) || within(column, DRAWN_ON - SIDE, DRAWN_ON - 1, size);
    }

    private static boolean within(int at, int first, int last, int size) {
        return at >= scaled(first, size) && at < scaled(last + 1, size);
    }

    private static long scaled(int edge, int size) {
        return Math.round((double) edge * size / DRAWN_ON);
    }
}
