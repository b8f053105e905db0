package dev.gangway.gateway.collection;

import java.util.Map;

/**
 * What a collection deleted, or would have deleted.
 *
 * @param dryRun whether nothing was deleted in truth
 * @param checkpoints how many checkpoints their jobs' retention did not keep
 * @param orphans the deleted objects by kind; a kind of which there was none is left out. In a dry run the objects of checkpoints that would be dropped are not
 *     among them
 */
public record Collected(boolean dryRun, long checkpoints, Map<String, Tally> orphans) {

    public Collected {
        orphans = Map.copyOf(orphans);
    }

    /**
     * Objects together.
     *
     * @param objects how many
     * @param bytes how large all are
     */
    public record Tally(long objects, long bytes) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(long size) {
            return new Tally(objects + 1, bytes + size);
        }
    }

    /** All orphans together. */
    Tally all() {
        return orphans.values().stream()
                .reduce(Tally.NONE, (a, b) -> new Tally(a.objects() + b.objects(), a.bytes() + b.bytes()));
    }
}
