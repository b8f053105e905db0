package dev.gangway.local.process;

import java.util.function.BooleanSupplier;

/**
 * Whether a service that runs also lives, counted in looks of {@link Restarts#LOOKS_EVERY}: one that has lived and says, or lets its silence
 * say, for a minute that it does not, never will again.
 */
final class Pulse {

    static final int EVERY = 5;
    static final int FAULTS = 12;

    private int looks;
    private int faults;
    private boolean lived;

    /** Whether it is to be given up; every fifth look {@code lives} is asked. */
    boolean isGone(BooleanSupplier lives) {
        if (looks++ % EVERY != 0) {
            return false;
        }
        if (lives.getAsBoolean()) {
            lived = true;
            faults = 0;
        } else if (lived) {
            faults++;
        }
        return faults >= FAULTS;
    }
}
