package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.store.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An order in which names that are alike lie far apart: that of SHA-256("seed/name").
 *
 * @param seed another one gives another order
 */
record HashedOrder(long seed) {

    /** The names in this order. */
    List<String> of(Collection<String> names) {
        return names.stream()
                .map(name -> Map.entry(rank(name), name))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private String rank(String name) {
        return ContentHash.of((seed + "/" + name).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
