package dev.gangway.local.process;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the system on one machine. Parts are in the order in which they depend on each other.
 *
 * @param role what it is there for
 * @param ordinal which of those with this role, from 1; only workers have others than the first
 */
public record Part(Role role, int ordinal) implements Comparable<Part> {

    public static final Part EMBEDDED = first(Role.EMBEDDED);
    public static final Part GATEWAY = first(Role.GATEWAY);
    public static final Part TRAINER = first(Role.TRAINER);
    public static final Part COMPLETION = first(Role.COMPLETION);

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::role).thenComparing(Part::ordinal);
    private static final Pattern NAME = Pattern.compile("([a-z]+)(?:-([1-9][0-9]?))?");

    public Part {
        if (ordinal < 1 || ordinal > role.most()) {
            throw new IllegalArgumentException("there is no " + role + " number " + ordinal);
        }
    }

    private static Part first(Role role) {
        return new Part(role, 1);
    }

    /** The part that a user calls {@code name}, such as {@code gateway} or {@code completion-2}. */
    public static Optional<Part> named(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Arrays.stream(Role.values())
                        .filter(role -> role.label().equals(matcher.group(1)))
                        .filter(role -> matcher.group(2) == null || role.isWorker())
                        .findFirst()
                        .map(role -> new Part(role, matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The name a user types and reads: the first of a role is called after it, the others have their ordinal too. */
    public String label() {
        return ordinal == 1 ? role.label() : role.label() + "-" + ordinal;
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label();
    }
}
