package dev.gangway.artifacts.plot;

/**
 * Draws one line of many pieces without jagged edges. Where pieces meet or overlap, a pixel is covered by the one that covers
 * most of it, so that joints are no darker than the rest.
 */
final class Pen {

    private final Frame frame;
    private final double radius;
    private final float[] covered;

    /** A pen whose line of {@code width} pixels stays within {@code frame}. */
    Pen(Frame frame, double width) {
        this.frame = frame;
        this.radius = width / 2;
        this.covered = new float[frame.width() * frame.height()];
    }

    /** Where lines may be drawn, in pixels. */
    record Frame(int left, int top, int width, int height) {

        int bottom() {
            return top + height;
        }

        int right() {
            return left + width;
        }
    }

    /** Draws a straight piece between two places, or a dot if they are one. */
    void draw(double fromX, double fromY, double toX, double toY) {
        int lastRow = (int) Math.min(frame.bottom() - 1.0, Math.max(fromY, toY) + radius + 1);
        int lastColumn = (int) Math.min(frame.right() - 1.0, Math.max(fromX, toX) + radius + 1);
        for (int row = (int) Math.max(frame.top(), Math.min(fromY, toY) - radius - 1); row <= lastRow; row++) {
            for (int column = (int) Math.max(frame.left(), Math.min(fromX, toX) - radius - 1);
                    column <= lastColumn;
                    column++) {
                double distance = distance(column + 0.5, row + 0.5, fromX, fromY, toX, toY);
                int at = (row - frame.top()) * frame.width() + column - frame.left();
                covered[at] = (float) Math.max(covered[at], Math.min(1, radius + 0.5 - distance));
            }
        }
    }

    /** Lays what was drawn over {@code canvas}. */
    void ink(Canvas canvas, int colour) {
        for (int at = 0; at < covered.length; at++) {
            canvas.cover(frame.left() + at % frame.width(), frame.top() + at / frame.width(), colour, covered[at]);
        }
    }

    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double lengthX = toX - fromX;
        double lengthY = toY - fromY;
        double squared = lengthX * lengthX + lengthY * lengthY;
        double along = squared == 0 ? 0 : ((x - fromX) * lengthX + (y - fromY) * lengthY) / squared;
        double nearest = Math.max(0, Math.min(1, along));
        return Math.hypot(x - fromX - nearest * lengthX, y - fromY - nearest * lengthY);
    }
}
