package dev.gangway.completion.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps a few things at hand and lets go of what was not asked for the longest; for one thread. */
public final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

    private static final float DEFAULT_LOAD_FACTOR = 0.75f;

    private final int capacity;
    private final transient Consumer<V> leaving;

    /** Keeps {@code capacity} things and hands each that must go to {@code leaving}. */
    public LeastRecentlyUsed(int capacity, Consumer<V> leaving) {
        super(capacity, DEFAULT_LOAD_FACTOR, true);
        this.capacity = capacity;
        this.leaving = leaving;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        boolean full = size() > capacity;
        if (full) {
            leaving.accept(eldest.getValue());
        }
        return full;
    }
}
