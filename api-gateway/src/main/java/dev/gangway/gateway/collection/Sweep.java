package dev.gangway.gateway.collection;

import dev.gangway.artifacts.orphan.Orphan;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.gateway.collection.Collected.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Deletes orphans in portions as they are found, or only counts them. Manifests go before what they name. */
final class Sweep implements Consumer<Orphan> {

    private static final int PORTION = 1000;

    private final ObjectStore store;
    private final boolean dryRun;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Orphan> waiting = new ArrayList<>();

    Sweep(ObjectStore store, boolean dryRun) {
        this.store = store;
        this.dryRun = dryRun;
    }

    @Override
    public void accept(Orphan orphan) {
        waiting.add(orphan);
        if (waiting.size() == PORTION) {
            flush();
        }
    }

    /** Deletes what still waits; returns what was deleted of each kind. */
    Map<String, Tally> end() {
        flush();
        return tallies;
    }

    private void flush() {
        if (!dryRun) {
            delete(true);
            delete(false);
        }
        for (Orphan orphan : waiting) {
            Tally before = tallies.getOrDefault(orphan.kind().text(), Tally.NONE);
            tallies.put(orphan.kind().text(), before.plus(orphan.object().size()));
        }
        waiting.clear();
    }

    private void delete(boolean manifests) {
        List<String> keys = waiting.stream()
                .map(orphan -> orphan.object().key())
                .filter(key -> key.endsWith("/manifest.json") == manifests)
                .toList();
        if (!keys.isEmpty()) {
            store.deleteAll(keys);
        }
    }
}
