package dev.gangway.artifacts.image;

/**
 * Values on a grid of which some are set and others asked for: each of these comes to the mean of its neighbours above, below, left and
 * right, as in a discrete harmonic function. Neighbours that are neither set nor asked for do not count (Neumann), and where nothing
 * is set all is zero.
 *
 * <p>Solved from coarse to fine: a grid of half the size, whose cells are set where one of their four is, gives the values to begin with, and
 * successive over-relaxation brings them near enough for samples that are rounded to whole numbers. A cell takes five bytes, one that is asked for five more,
 * and all coarser grids together a third of that. For one thread.
 */
final class HarmonicGrid {

    private static final byte OUTSIDE = 0;
    private static final byte ASKED = 1;
    private static final byte SET = 2;
    private static final float OVER_RELAXATION = 1.8f;
    private static final int MOST_SWEEPS = 80;

    /** A sweep that changes no value by more is the last. */
    private static final float ENOUGH = 0.005f;

    private final int height;
    private final int width;
    private final int stride;
    private final byte[] states;
    private final float[] values;

    /** A grid in which nothing is set or asked for. */
    HarmonicGrid(int height, int width) {
        this.height = height;
        this.width = width;
        this.stride = width + 2;
        this.states = new byte[Math.multiplyExact(height + 2, stride)];
        this.values = new float[states.length];
    }

    /** Sets a value. */
    void set(int row, int column, float value) {
        states[cell(row, column)] = SET;
        values[cell(row, column)] = value;
    }

    /** Asks for a value. */
    void ask(int row, int column) {
        states[cell(row, column)] = ASKED;
    }

    /** Whether a value is set or asked for. */
    boolean isInside(int row, int column) {
        return states[cell(row, column)] != OUTSIDE;
    }

    float value(int row, int column) {
        return values[cell(row, column)];
    }

    /** Computes what is asked for. */
    void solve() {
        int[] asked = asked();
        if (asked.length > 0) {
            if (height > 1 || width > 1) {
                begin(asked, coarser());
            }
            relax(asked, neighbours(asked));
        }
    }

    private int cell(int row, int column) {
        return (row + 1) * stride + column + 1;
    }

    private int[] asked() {
        int count = 0;
        for (byte state : states) {
            count += state == ASKED ? 1 : 0;
        }
        int[] asked = new int[count];
        int found = 0;
        for (int cell = 0; cell < states.length; cell++) {
            if (states[cell] == ASKED) {
                asked[found++] = cell;
            }
        }
        return asked;
    }

    /** The solved grid of half the size. */
    private HarmonicGrid coarser() {
        HarmonicGrid coarser = new HarmonicGrid((height + 1) / 2, (width + 1) / 2);
        for (int row = 0; row < coarser.height; row++) {
            for (int column = 0; column < coarser.width; column++) {
                coarser.take(row, column, this);
            }
        }
        coarser.solve();
        return coarser;
    }

    /** A cell is the mean of the set ones among the four cells of {@code finer} that it stands for. */
    private void take(int row, int column, HarmonicGrid finer) {
        float sum = 0;
        int set = 0;
        boolean asked = false;
        for (int child = 0; child < 4; child++) {
            // Where there is no such row or column the finer grid has a border that is outside.
            int cell = finer.cell(2 * row + child / 2, 2 * column + child % 2);
            if (finer.states[cell] == SET) {
                sum += finer.values[cell];
                set++;
            }
            asked |= finer.states[cell] == ASKED;
        }
        if (set > 0) {
            set(row, column, sum / set);
        } else if (asked) {
            ask(row, column);
        }
    }

    /** Interpolates between the centres of the coarser cells: 9 parts of the own, 3 of the two beside it, 1 of the one across. */
    private void begin(int[] asked, HarmonicGrid coarser) {
        for (int cell : asked) {
            int row = cell / stride - 1;
            int column = cell % stride - 1;
            int own = coarser.cell(row / 2, column / 2);
            int beside = row % 2 == 0 ? -coarser.stride : coarser.stride;
            int along = column % 2 == 0 ? -1 : 1;
            float sum = 0;
            float parts = 0;
            for (int corner = 0; corner < 4; corner++) {
                int near = own + (corner / 2) * beside + (corner % 2) * along;
                if (coarser.states[near] != OUTSIDE) {
                    float part = (corner / 2 == 0 ? 3 : 1) * (corner % 2 == 0 ? 3 : 1);
                    sum += part * coarser.values[near];
                    parts += part;
                }
            }
            values[cell] = sum / parts;
        }
    }

    private byte[] neighbours(int[] asked) {
        byte[] neighbours = new byte[asked.length];
        for (int i = 0; i < asked.length; i++) {
            int cell = asked[i];
            neighbours[i] =
                    (byte) (inside(cell - 1) + inside(cell + 1) + inside(cell - stride) + inside(cell + stride));
        }
        return neighbours;
    }

    private int inside(int cell) {
        return states[cell] == OUTSIDE ? 0 : 1;
    }

    private void relax(int[] asked, byte[] neighbours) {
        float change = Float.MAX_VALUE;
        for (int sweep = 0; sweep < MOST_SWEEPS && change > ENOUGH; sweep++) {
            change = 0;
            for (int i = 0; i < asked.length; i++) {
                if (neighbours[i] > 0) {
                    int cell = asked[i];
                    // Outside, values are zero and add nothing.
                    float sum = values[cell - 1] + values[cell + 1] + values[cell - stride] + values[cell + stride];
                    float step = OVER_RELAXATION * (sum / neighbours[i] - values[cell]);
                    values[cell] += step;
                    change = Math.max(change, Math.abs(step));
                }
            }
        }
    }
}
