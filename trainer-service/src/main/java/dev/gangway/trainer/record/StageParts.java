package dev.gangway.trainer.record;

/** Cuts each stage into equal parts, so that something is done a bounded number of times in it, however long it is. */
final class StageParts {

    private final int parts;
    private int step;

    StageParts(int parts) {
        this.parts = parts;
    }

    /** A stage goes on from {@code done} steps. */
    void startAt(int done) {
        step = done;
    }

    /** Whether another part of the stage's {@code steps} was finished since the last call, by {@code done} steps. */
    boolean finishedBy(int done, int steps) {
        boolean finished = part(done, steps) > part(step, steps);
        step = done;
        return finished;
    }

    private long part(int done, int steps) {
        return (long) done * parts / steps;
    }
}
