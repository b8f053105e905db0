package dev.gangway.local.paper.table;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param better which value is the best
 * @param decimals how many of them are shown
 */
public record Column(String name, Better better, int decimals) {

    /** Which value of a column is the best. */
    public enum Better {
        /** The highest. */
        HIGHER,
        /** The lowest. */
        LOWER,
        /** None is better than another. */
        NEITHER
    }

    /** A column in which more is better. */
    public static Column higher(String name, int decimals) {
        return new Column(name, Better.HIGHER, decimals);
    }

    /** A column in which less is better. */
    public static Column lower(String name, int decimals) {
        return new Column(name, Better.LOWER, decimals);
    }

    /** A column in which no value is better than another. */
    public static Column plain(String name, int decimals) {
        return new Column(name, Better.NEITHER, decimals);
    }

    boolean prefers(double mean, double other) {
        return switch (better) {
            case HIGHER -> mean > other;
            case LOWER -> mean < other;
            case NEITHER -> false;
        };
    }
}
