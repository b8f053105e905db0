package dev.gangway.gateway.text;

/**
 * How many points of a curve a page has at most.
 *
 * @param points 1 to {@value #MOST}
 */
public record PointLimit(int points) {

    /** As many as nobody asked for otherwise. */
    public static final PointLimit USUAL = new PointLimit(1_000);

    private static final int MOST = 10_000;

    /** Reads a number from 1 to {@value #MOST}; anything else is an {@link IllegalArgumentException}. */
    public static PointLimit fromString(String text) {
        return new PointLimit((int) ReceivedValue.within(text, 1, MOST));
    }
}
