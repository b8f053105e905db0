package dev.gangway.benchmarks.queue;

/**
 * How large a measurement is.
 *
 * @param few length of the short queue
 * @param many length of the long queue
 * @param rounds how often each operation is measured at each queue
 * @param warmUp how many rounds are made before, and not counted
 */
public record Growth(int few, int many, int rounds, int warmUp) {

    /** Jobs that a page of the listings here has: the short queue has two of these. */
    static final int PAGE = 5;

    public Growth {
        if (few < 2 * PAGE || many < few || rounds < 1 || warmUp < 0) {
            throw new IllegalArgumentException("not " + few + " and " + many + " jobs, " + rounds + " and " + warmUp
                    + " rounds: at least 2 pages of " + PAGE + " jobs, and one round");
        }
    }
}
