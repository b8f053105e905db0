package dev.gangway.artifacts.image;

/** How a stored image has to be turned and mirrored to stand upright; in the order of EXIF's values 1 to 8. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, false, true),
    UPSIDE_DOWN(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, true, false),
    TRANSPOSED(true, false, false),
    TO_BE_TURNED_RIGHT(true, true, false),
    TRANSPOSED_ACROSS(true, true, true),
    TO_BE_TURNED_LEFT(true, false, true);

    private final boolean onItsSide;
    private final boolean rowsFromBelow;
    private final boolean columnsFromTheRight;

    /** The upright image's rows are the stored one's columns when it lies on its side; the stored ones count from the far end if said so. */
    Orientation(boolean onItsSide, boolean rowsFromBelow, boolean columnsFromTheRight) {
        this.onItsSide = onItsSide;
        this.rowsFromBelow = rowsFromBelow;
        this.columnsFromTheRight = columnsFromTheRight;
    }

    /** What EXIF's tag says; a value that EXIF does not know says upright. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    /** Whether height and width change places. */
    boolean isOnItsSide() {
        return onItsSide;
    }

    /** The stored picture upright, pixel by pixel. */
    PictureSamples upright(PictureSamples stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int height = onItsSide ? stored.width() : stored.height();
        int width = onItsSide ? stored.height() : stored.width();
        PictureSamples turned = PictureSamples.blank(height, width, stored.channels(), stored.bits());
        Object from = stored.array();
        Object to = turned.array();
        int channels = stored.channels();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int source = onItsSide ? source(stored, column, row) : source(stored, row, column);
                System.arraycopy(from, source * channels, to, (row * width + column) * channels, channels);
            }
        }
        return turned;
    }

    private int source(PictureSamples stored, int row, int column) {
        int storedRow = rowsFromBelow ? stored.height() - 1 - row : row;
        int storedColumn = columnsFromTheRight ? stored.width() - 1 - column : column;
        return storedRow * stored.width() + storedColumn;
    }
}
