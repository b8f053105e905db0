package dev.gangway.completion.merge;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Ends the writing of a report that nobody waits for any more. */
final class Stops {

    private Stops() {}

    /** Goes on unless {@code stop} says otherwise; cheap enough to be asked before each image that is read or drawn. */
    static void check(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("the merge was asked to stop");
        }
    }
}
