package dev.gangway.gateway.deadletter;

import dev.gangway.gateway.job.Cursor;
import java.util.List;

/**
 * What became of the dead letters that were to be sent to their topics again.
 *
 * @param replayed the offsets of those that were sent
 * @param skipped the offsets of those that had been sent before
 * @param refused the offsets of those that came from no topic of Gangway's
 * @param next where to go on; null when no other fits
 */
public record ReplayedMany(List<Long> replayed, List<Long> skipped, List<Long> refused, Cursor next) {

    public ReplayedMany {
        replayed = List.copyOf(replayed);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
    }
}
