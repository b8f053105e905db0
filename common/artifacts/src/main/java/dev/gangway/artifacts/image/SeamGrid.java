package dev.gangway.artifacts.image;

/**
 * A {@link HarmonicGrid} over a rectangle of pixels, one cell for each; where these would be too many, for each square block of them, set to
 * the mean of what is set there, and with values between the blocks' middles by bilinear interpolation. So its memory is bounded whatever
 * the picture's size: about ten bytes for each of the most cells.
 */
final class SeamGrid {

    /** A photograph of twelve megapixels damaged all over is the first to have blocks. */
    static final int MOST_CELLS = 12_000_000;

    private final int block;
    private final int height;
    private final int width;
    private final HarmonicGrid cells;
    private final byte[] counts;

    /** A grid for a rectangle in which nothing is set or asked for. */
    SeamGrid(int height, int width) {
        this(height, width, MOST_CELLS);
    }

    SeamGrid(int height, int width, int mostCells) {
        int side = 1;
        while ((long) blocks(height, side) * blocks(width, side) > mostCells) {
            side++;
        }
        this.block = side;
        this.height = blocks(height, side);
        this.width = blocks(width, side);
        this.cells = new HarmonicGrid(this.height, this.width);
        this.counts = block == 1 ? null : new byte[this.height * this.width];
    }

    private static int blocks(int pixels, int side) {
        return (pixels + side - 1) / side;
    }

    /** Sets a pixel's value. */
    void add(int row, int column, float value) {
        if (block == 1) {
            cells.set(row, column, value);
            return;
        }
        int cell = row / block * width + column / block;
        // A block has its mean long before it has 127 values.
        if (counts[cell] < Byte.MAX_VALUE) {
            counts[cell]++;
            float mean = counts[cell] == 1 ? 0 : cells.value(row / block, column / block);
            cells.set(row / block, column / block, mean + (value - mean) / counts[cell]);
        }
    }

    /** Asks for a pixel's value. */
    void ask(int row, int column) {
        if (block == 1 || counts[row / block * width + column / block] == 0) {
            cells.ask(row / block, column / block);
        }
    }

    /** Computes what is asked for. */
    void solve() {
        cells.solve();
    }

    /** The value of a pixel that was set or asked for. */
    float value(int row, int column) {
        return block == 1 ? cells.value(row, column) : between(row, column);
    }

    private float between(int row, int column) {
        int above = Math.floorDiv(2 * row + 1 - block, 2 * block);
        int left = Math.floorDiv(2 * column + 1 - block, 2 * block);
        float down = (2 * row + 1 - block - 2 * block * above) / (2f * block);
        float right = (2 * column + 1 - block - 2 * block * left) / (2f * block);
        float sum = 0;
        float weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            int cellRow = above + corner / 2;
            int cellColumn = left + corner % 2;
            if (isInside(cellRow, cellColumn)) {
                float weight = (corner / 2 == 0 ? 1 - down : down) * (corner % 2 == 0 ? 1 - right : right);
                sum += weight * cells.value(cellRow, cellColumn);
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private boolean isInside(int row, int column) {
        return row >= 0 && column >= 0 && row < height && column < width && cells.isInside(row, column);
    }
}
