package dev.gangway.torture.system;

import java.time.Duration;

/** Lets time go by. */
public final class Pause {

    private Pause() {}

    /** Waits for {@code length}. */
    public static void of(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
