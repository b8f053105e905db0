package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long objects are left alone after they were written, because somebody may be about to name them.
 *
 * @param usual of whatever somebody may still be at work on
 * @param afterEnd of what an ended job left
 * @param uploads of uploads, after they arrived and after a job last used them
 */
public record Graces(Duration usual, Duration afterEnd, Duration uploads) {

    public Graces {
        for (Duration grace : List.of(usual, afterEnd, uploads)) {
            if (grace.isNegative()) {
                throw new IllegalArgumentException("a grace of " + grace + " looks into the future");
            }
        }
    }

    Duration of(boolean ended) {
        return ended ? afterEnd : usual;
    }

    /** Whether all of {@code objects} were written before the grace began. */
    static boolean areOver(List<ObjectStatus> objects, Instant now, Duration grace) {
        Instant since = now.minus(grace);
        return objects.stream().noneMatch(object -> object.writtenAt().isAfter(since));
    }
}
