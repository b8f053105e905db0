package dev.gangway.embedded;

import java.util.Map;

/**
 * Has the C library of started processes give memory back that was freed. It would keep what networks and pictures needed at their most: large
 * blocks are taken from the system and given back, few threads have a heap of their own, and its free end is given back. It reads this from the
 * environment before a JVM begins: nothing in a process can set it for itself.
 */
public final class NativeMemory {

    /** Variables of glibc's allocator, see mallopt(3); others ignore them. */
    public static final Map<String, String> VARIABLES = Map.of(
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_MMAP_THRESHOLD_", "1048576",
            "MALLOC_TRIM_THRESHOLD_", "2097152");

    private NativeMemory() {}
}
