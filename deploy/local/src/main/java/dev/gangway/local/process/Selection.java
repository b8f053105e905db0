package dev.gangway.local.process;

import java.util.List;
import java.util.Set;

/**
 * The parts that a command is about.
 *
 * @param named those that were named; every part when none was
 */
public record Selection(Set<Part> named) {

    /** Every part that there is. */
    public static final Selection EVERYTHING = new Selection(Set.of());

    public Selection {
        named = Set.copyOf(named);
    }

    /** Just these. */
    public static Selection of(Part... parts) {
        return new Selection(Set.of(parts));
    }

    /** Whether {@code part} is one of them. */
    public boolean contains(Part part) {
        return named.isEmpty() || named.contains(part);
    }

    /** Returns the parts of {@code layout} that are meant; a {@link GangwayException} when one is named that it has not. */
    List<Part> in(Layout layout) {
        List<Part> parts = layout.parts();
        named.stream()
                .filter(part -> !parts.contains(part))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw new GangwayException("there is no " + missing + " here, only " + parts + ": `gangway up "
                            + missing.role().option() + " N` says how many there are");
                });
        return parts.stream().filter(this::contains).toList();
    }
}
