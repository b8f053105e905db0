package dev.gangway.artifacts.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The squares of a picture that networks see of it: every missing pixel lies in at least one, and each is as large as the picture's shorter
 * side, so that they differ only in where they lie along the longer one.
 *
 * <p>One square does where it holds everything missing and at least a quarter of it is visible: the centred one (an odd margin leaves its
 * extra pixel at the right or bottom), or else the one around the missing part. Otherwise strokes that no square holds together get squares
 * of their own, and a stroke that is too long for one, or leaves too little visible in one, gets several, each around its share: the first
 * and the last reach a quarter of their side beyond the stroke, where the picture goes on, and neighbours overlap by at least half.
 *
 * @param squares those of which most is visible first; at least one
 */
public record SquareCover(List<SquareFrame> squares) {

    /** No picture gets more: what its networks compute is bounded by it. */
    public static final int MOST_SQUARES = 64;

    /** The part of a square that has to be visible where one is to do alone. */
    private static final int LEAST_VISIBLE_PART = 4;

    public SquareCover {
        squares = List.copyOf(squares);
        if (squares.isEmpty() || squares.size() > MOST_SQUARES) {
            throw new IllegalArgumentException(
                    "a picture has 1 to " + MOST_SQUARES + " squares, not " + squares.size());
        }
    }

    /**
     * The squares of the picture that {@code mask} belongs to.
     *
     * @throws PictureRefusedException when they would be too many, as in a picture much longer than wide with damage all along
     */
    public static SquareCover of(PictureMask mask) throws PictureRefusedException {
        MissingLines lines = MissingLines.of(mask);
        int side = Math.min(mask.height(), mask.width());
        int centre = (lines.length() - side) / 2;
        if (lines.missing() == 0 || (lines.holdsAll(centre, side) && leavesEnough(lines, centre, side))) {
            return new SquareCover(List.of(lines.square(centre, side)));
        }
        SortedSet<Integer> starts = new TreeSet<>();
        // Two strokes are more than a square's side long together, so that one square never does for more than two.
        for (MissingLines.Stroke stroke : lines.strokes(side, 2 * MOST_SQUARES + 1)) {
            starts.addAll(starts(lines, stroke, side));
            requireFew(starts.size());
        }
        return new SquareCover(starts.stream()
                .sorted(Comparator.comparingLong(start -> lines.missing(start, start + side)))
                .map(start -> lines.square(start, side))
                .toList());
    }

    private static boolean leavesEnough(MissingLines lines, int start, int side) {
        long pixels = (long) side * side;
        return pixels - lines.missing(start, start + side) >= pixels / LEAST_VISIBLE_PART;
    }

    /** Where the squares of one stroke start. */
    private static List<Integer> starts(MissingLines lines, MissingLines.Stroke stroke, int side)
            throws PictureRefusedException {
        int around = within(lines, stroke.from() - (side - stroke.length()) / 2, side);
        if (stroke.length() <= side && leavesEnough(lines, around, side)) {
            return List.of(around);
        }
        int first = within(lines, stroke.from() - side / 4, side);
        int last = within(lines, stroke.to() + side / 4 - side, side);
        if (last <= first) {
            return List.of(around);
        }
        int step = Math.max(1, side / 2);
        int steps = (last - first + step - 1) / step;
        requireFew(steps + 1);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add(first + (int) ((long) (last - first) * i / steps));
        }
        return starts;
    }

    /** The nearest place for a square within the picture. */
    private static int within(MissingLines lines, int start, int side) {
        return Math.max(0, Math.min(lines.length() - side, start));
    }

    private static void requireFew(int squares) throws PictureRefusedException {
        if (squares > MOST_SQUARES) {
            throw new PictureRefusedException(
                    "the missing part is so long beside the picture's shorter side that it takes more than "
                            + MOST_SQUARES + " squares to cover it");
        }
    }
}
