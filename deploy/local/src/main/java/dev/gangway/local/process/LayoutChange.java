package dev.gangway.local.process;

import java.util.Map;

/**
 * What somebody wants to be otherwise in a {@link Layout}.
 *
 * @param ports of those listeners that are to have another one
 * @param workers of those kinds of which there is to be another number
 */
public record LayoutChange(Map<Listener, Integer> ports, Map<Role, Integer> workers) {

    /** Everything is to stay as it is. */
    public static final LayoutChange NONE = new LayoutChange(Map.of(), Map.of());

    public LayoutChange {
        ports = Map.copyOf(ports);
        workers = Map.copyOf(workers);
    }
}
