package dev.gangway.artifacts.image;

import java.util.Optional;

/**
 * The square of a picture that networks see of it: as large as the picture's shorter side.
 *
 * <p>It is the centred one where that holds everything missing (an odd margin leaves its extra pixel at the right or bottom). Otherwise it
 * is moved along the longer side until the smallest rectangle around everything missing lies at its centre, or as near to
 * it as the picture's edge lets it.
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

    /**
     * The square of the picture that {@code mask} belongs to.
     *
     * @throws PictureRefusedException when the missing part is longer than the square's side
     */
    public static SquareFrame of(PictureMask mask) throws PictureRefusedException {
        int side = Math.min(mask.height(), mask.width());
        SquareFrame centred = new SquareFrame((mask.width() - side) / 2, (mask.height() - side) / 2, side);
        Optional<Crop> missing = mask.missingBox();
        if (missing.isEmpty() || centred.holds(missing.get())) {
            return centred;
        }
        return around(missing.get(), mask, side);
    }

    /** The square as a rectangle. */
    Crop crop() {
        return new Crop(left, top, side, side);
    }

    private boolean holds(Crop part) {
        return part.left() >= left
                && part.left() + part.width() <= left + side
                && part.top() >= top
                && part.top() + part.height() <= top + side;
    }

    private static SquareFrame around(Crop missing, PictureMask mask, int side) throws PictureRefusedException {
        requireRoom(missing.width(), "wide", side);
        requireRoom(missing.height(), "high", side);
        return new SquareFrame(
                start(missing.left(), missing.width(), side, mask.width()),
                start(missing.top(), missing.height(), side, mask.height()),
                side);
    }

    private static void requireRoom(int length, String direction, int side) throws PictureRefusedException {
        if (length > side) {
            throw new PictureRefusedException("the missing part is " + length + " pixels " + direction
                    + ", more than the " + side + " of the largest square in the picture");
        }
    }

    /** Where a square starts that is centred on a part, or as nearly as the picture's edges let it. */
    private static int start(int part, int length, int side, int picture) {
        int centred = part - (side - length) / 2;
        return Math.max(0, Math.min(picture - side, centred));
    }
}
