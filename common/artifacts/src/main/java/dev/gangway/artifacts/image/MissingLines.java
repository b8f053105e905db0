package dev.gangway.artifacts.image;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is missing of each line of a picture across its longer side: of each column of a wide picture, and of each row of any other.
 */
final class MissingLines {

    private final boolean wide;
    /** How many pixels are missing before each line, and in the end of all. */
    private final int[] before;

    private MissingLines(boolean wide, int[] before) {
        this.wide = wide;
        this.before = before;
    }

    /**
     * Consecutive lines that are covered together.
     *
     * @param from the first, which misses a pixel
     * @param to behind the last, which does too
     */
    record Stroke(int from, int to) {
        int length() {
            return to - from;
        }
    }

    static MissingLines of(PictureMask mask) {
        boolean wide = mask.width() > mask.height();
        int[] before = new int[Math.max(mask.height(), mask.width()) + 1];
        for (int row = 0; row < mask.height(); row++) {
            for (int column = 0; column < mask.width(); column++) {
                before[(wide ? column : row) + 1] += mask.missing(row, column) ? 1 : 0;
            }
        }
        for (int line = 1; line < before.length; line++) {
            before[line] += before[line - 1];
        }
        return new MissingLines(wide, before);
    }

    /** How many lines there are. */
    int length() {
        return before.length - 1;
    }

    /** How many pixels are missing. */
    long missing() {
        return before[length()];
    }

    /** How many pixels are missing in the lines {@code from} (inclusive) to {@code to} (exclusive). */
    long missing(int from, int to) {
        return (long) before[to] - before[from];
    }

    /** Whether all missing pixels lie in the {@code side} lines from {@code start} on. */
    boolean holdsAll(int start, int side) {
        return missing(start, start + side) == missing();
    }

    /** The square of that many lines from {@code start} on; its side is the picture's shorter one. */
    SquareFrame square(int start, int side) {
        return wide ? new SquareFrame(start, 0, side) : new SquareFrame(0, start, side);
    }

    /**
     * All lines that miss a pixel, as strokes: lines that miss some without a gap belong together, however many they are, and such runs
     * are joined as long as all of them fit {@code most} lines. Only the first {@code enough} of them are looked for.
     */
    List<Stroke> strokes(int most, int enough) {
        List<Stroke> strokes = new ArrayList<>();
        for (int from = next(0); from < length() && strokes.size() < enough; ) {
            int to = from;
            while (to < length() && missing(to, to + 1) > 0) {
                to++;
            }
            Stroke last = strokes.isEmpty() ? null : strokes.get(strokes.size() - 1);
            if (last != null && to - last.from() <= most) {
                strokes.set(strokes.size() - 1, new Stroke(last.from(), to));
            } else {
                strokes.add(new Stroke(from, to));
            }
            from = next(to);
        }
        return strokes;
    }

    /** The first line from {@code line} on that misses a pixel; behind the last when none does. */
    private int next(int line) {
        int next = line;
        while (next < length() && missing(next, next + 1) == 0) {
            next++;
        }
        return next;
    }
}
