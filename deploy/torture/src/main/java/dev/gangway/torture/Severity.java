package dev.gangway.torture;

import dev.gangway.torture.fault.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * How hard a torture is.
 *
 * @param rounds how many faults
 * @param jobs how many jobs at least
 * @param victims the only ones that are hurt; all when there are none
 * @param kinds the only ones that happen; all but cut links when there are none
 * @param longestDown how long a victim is down at most before it is started again
 */
public record Severity(int rounds, int jobs, Set<String> victims, Set<FaultKind> kinds, Duration longestDown) {

    /** What is called the victim when the servers' disk is filled. */
    public static final String DISK = "disk";

    /** How long a victim is down unless somebody asks for more. */
    public static final Duration USUALLY_DOWN = Duration.ofSeconds(3);

    /** Not cut links, so that the short form keeps its faults and its length. */
    private static final Set<FaultKind> USUAL = Set.of(
            FaultKind.KILL,
            FaultKind.PAUSE,
            FaultKind.RESTART,
            FaultKind.FILL,
            FaultKind.POISON,
            FaultKind.SLOW_BODIES);

    public Severity {
        victims = Set.copyOf(victims);
        kinds = Set.copyOf(kinds);
        if (rounds < 0 || jobs < 0 || longestDown.isNegative()) {
            throw new IllegalArgumentException("rounds, jobs and time down are not negative");
        }
    }

    /** So many faults, which may happen to anybody. */
    public static Severity of(int rounds, int jobs) {
        return new Severity(rounds, jobs, Set.of(), Set.of(), USUALLY_DOWN);
    }

    /** Those of {@code possible} that happen to {@code victim}. */
    FaultKind[] kindsFor(String victim, FaultKind... possible) {
        boolean hurt = victims.isEmpty() || victims.contains(victim);
        return Arrays.stream(possible)
                .filter(kind -> hurt && (kinds.isEmpty() ? USUAL : kinds).contains(kind))
                .toArray(FaultKind[]::new);
    }
}
