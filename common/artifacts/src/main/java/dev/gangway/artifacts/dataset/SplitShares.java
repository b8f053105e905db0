package dev.gangway.artifacts.dataset;

import dev.gangway.contracts.completion.Split;

/**
 * How many of a hundred images each split gets, and the seed of who goes where.
 *
 * @param train percent, at least 1
 * @param validation percent
 * @param test percent; the three make 100
 * @param seed another seed gives other splits
 */
public record SplitShares(int train, int validation, int test, long seed) {

    /** 80, 10 and 10 percent. */
    public static final SplitShares DEFAULT = new SplitShares(80, 10, 10, 0);

    private static final int WHOLE = 100;

    public SplitShares {
        if (train < 1 || validation < 0 || test < 0 || train + validation + test != WHOLE) {
            throw new IllegalArgumentException("shares of " + train + "," + validation + "," + test
                    + " percent are not at least 1 percent of training images and 100 percent in all");
        }
    }

    int of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The split of an image that {@code before} of {@code total} images go before. */
    Split at(int before, int total) {
        long position = (long) before * WHOLE;
        if (position < (long) train * total) {
            return Split.TRAIN;
        }
        return position < (long) (train + validation) * total ? Split.VALIDATION : Split.TEST;
    }
}
