package dev.gangway.gateway.text;

/**
 * How many items a page has at most.
 *
 * @param items 1 to {@value #MOST}
 */
public record PageLimit(int items) {

    /** As many as nobody asked for otherwise. */
    public static final PageLimit USUAL = new PageLimit(50);

    private static final int MOST = 200;

    /** Reads a number from 1 to {@value #MOST}; anything else is an {@link IllegalArgumentException}. */
    public static PageLimit fromString(String text) {
        return new PageLimit((int) ReceivedValue.within(text, 1, MOST));
    }
}
