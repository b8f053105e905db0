package dev.gangway.local.process;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How long something is waited for, how often it is looked at, and how often is said what it waits for: calmly, all of them. */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final Consumer<String> progress;
    private final LongSupplier nanoTime;
    private final long begin;
    private final Duration within;
    private Duration pause = FIRST_PAUSE;
    private Duration sayAfter = SAY_EVERY;

    /** A wait that is over after {@code within}, of which {@code progress} hears. */
    Patience(Duration within, Consumer<String> progress) {
        this(within, progress, System::nanoTime);
    }

    Patience(Duration within, Consumer<String> progress, LongSupplier nanoTime) {
        this.within = within;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /** How long to wait before the next look: what takes longer is looked at less often. */
    Duration nextPause() {
        Duration next = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return next;
    }

    /** Whether it took too long, or was interrupted. */
    boolean isOver() {
        return waited().compareTo(within) > 0 || Thread.currentThread().isInterrupted();
    }

    /** Says {@code what} once in ten seconds. */
    void tell(String what) {
        if (waited().compareTo(sayAfter) >= 0) {
            progress.accept(what + " (for " + waited().toSeconds() + " s)");
            sayAfter = waited().plus(SAY_EVERY);
        }
    }

    private Duration waited() {
        return Duration.ofNanos(nanoTime.getAsLong() - begin);
    }
}
