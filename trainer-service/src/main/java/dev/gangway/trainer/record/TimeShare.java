package dev.gangway.trainer.record;

/** Lets something be done again and again without taking more than its share of a run's time. */
final class TimeShare {

    private final double share;
    private final long began = System.nanoTime();
    private long spent;

    /** @param share of the time since now, between 0 and 1 */
    TimeShare(double share) {
        this.share = share;
    }

    /** Whether what was done so far took no more than its share; true before the first time. */
    boolean affordable() {
        return spent <= share * (System.nanoTime() - began);
    }

    /** Counts the time that {@code work} takes. */
    void spend(Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            spent += System.nanoTime() - start;
        }
    }
}
