package dev.gangway.artifacts.image;

import java.util.Arrays;

/**
 * How far each pixel is from the nearest missing one, from centre to centre, as far as it matters: Felzenszwalb and Huttenlocher's
 * exact distance transform, row by row.
 */
final class DistanceToMissing {

    /** Farther than anybody asks for. */
    static final int FAR = Integer.MAX_VALUE;

    private final int width;
    private final int reach;
    private final byte[] vertical;
    private final int[] sites;
    private final double[] bounds;

    /** Distances of up to {@code reach} pixels, at most 254. */
    DistanceToMissing(PictureMask mask, int reach) {
        this.width = mask.width();
        this.reach = reach;
        this.vertical = new byte[mask.height() * width];
        this.sites = new int[width];
        this.bounds = new double[width + 1];
        Arrays.fill(vertical, (byte) (reach + 1));
        for (int row = 0; row < mask.height(); row++) {
            spread(mask, row, row - 1);
        }
        for (int row = mask.height() - 2; row >= 0; row--) {
            spread(mask, row, row + 1);
        }
    }

    private void spread(PictureMask mask, int row, int neighbour) {
        for (int column = 0; column < width; column++) {
            int pixel = row * width + column;
            int distance = mask.missing(row, column) ? 0 : vertical(pixel);
            if (neighbour >= 0) {
                distance = Math.min(distance, vertical(neighbour * width + column) + 1);
            }
            vertical[pixel] = (byte) distance;
        }
    }

    private int vertical(int pixel) {
        return Byte.toUnsignedInt(vertical[pixel]);
    }

    /** The squares of a row's distances; {@link #FAR} where they are more than the reach. */
    int[] squaredRow(int row) {
        int count = envelope(row);
        int[] squared = new int[width];
        int site = 0;
        for (int column = 0; column < width; column++) {
            while (site + 1 < count && bounds[site + 1] < column) {
                site++;
            }
            long value = count == 0 ? FAR : height(row, sites[site]) + square(column - sites[site]);
            squared[column] = value > square(reach) ? FAR : (int) value;
        }
        return squared;
    }

    /** The columns whose parabolas are lowest somewhere, and from where on each of them is. */
    private int envelope(int row) {
        int count = 0;
        for (int column = 0; column < width; column++) {
            if (vertical(row * width + column) > reach) {
                continue;
            }
            double from = Double.NEGATIVE_INFINITY;
            while (count > 0) {
                from = crossing(row, sites[count - 1], column);
                if (from > bounds[count - 1]) {
                    break;
                }
                count--;
                from = Double.NEGATIVE_INFINITY;
            }
            sites[count] = column;
            bounds[count] = from;
            count++;
        }
        return count;
    }

    private double crossing(int row, int left, int right) {
        long rise = height(row, right) - height(row, left) + square(right) - square(left);
        return rise / (2.0 * (right - left));
    }

    private long height(int row, int column) {
        return square(vertical(row * width + column));
    }

    /** A picture may be so wide that the square of a column is more than an int holds. */
    private static long square(int value) {
        return (long) value * value;
    }
}
