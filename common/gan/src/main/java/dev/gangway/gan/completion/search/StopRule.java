package dev.gangway.gan.completion.search;

/**
 * When the search for one image's z is over before its last update: every {@code window} updates the lowest objective so far is
 * compared with what it was one window before, and an improvement of less than {@code tolerance} of its size ends the search. What no
 * z changes, as GoGAN's D(x) in (31), is no part of that size.
 *
 * <p>The lowest is taken because the objective does not fall evenly; looking at it once in a window spares the device a wait at
 * each update. The first window has nothing to be compared with, so the search takes two at least.
 *
 * @param tolerance relative improvement, 0 to less than 1; 0 for never
 * @param window updates between two looks, positive
 * @param minimum updates that are made in any case, not negative
 */
public record StopRule(double tolerance, int window, int minimum) {

    /** Every search takes all its updates. */
    public static final StopRule NEVER = new StopRule(0, 1, 0);

    public StopRule {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be at least 0 and less than 1, not " + tolerance);
        }
        if (window < 1) {
            throw new IllegalArgumentException("window must be positive, not " + window);
        }
        if (minimum < 0) {
            throw new IllegalArgumentException("minimum must not be negative, not " + minimum);
        }
    }

    /** Whether it can ever end a search. */
    boolean isOn() {
        return tolerance > 0;
    }

    /** Whether objectives are looked at after {@code updates}. */
    boolean looksAfter(int updates) {
        return isOn() && updates % window == 0;
    }

    /**
     * Whether a search is over.
     *
     * @param updates how many it has had
     * @param before the lowest objective one window ago
     * @param now the lowest objective; a search whose objective is no number goes on, to be told as what it is
     */
    boolean isOver(int updates, float before, float now) {
        return updates >= minimum && updates >= 2 * window && before - now < tolerance * Math.abs(before);
    }
}
