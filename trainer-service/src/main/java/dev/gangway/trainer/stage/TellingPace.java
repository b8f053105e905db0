package dev.gangway.trainer.stage;

import java.time.Duration;
import java.time.Instant;

/** How often a run tells of itself: its reports may come many times a second, and whoever is told of them pays for each. */
final class TellingPace {

    private final Duration interval;
    private Instant toldAt = Instant.MIN;

    TellingPace(Duration interval) {
        this.interval = interval;
    }

    /**
     * Whether something is to be told at {@code now}, which is then told.
     *
     * @param inAnyCase whether it is to be told however short a time ago something was
     */
    boolean tells(Instant now, boolean inAnyCase) {
        boolean due = inAnyCase || !now.isBefore(toldAt.plus(interval));
        if (due) {
            toldAt = now;
        }
        return due;
    }
}
