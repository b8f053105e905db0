package dev.gangway.torture;

import java.time.Duration;
import java.util.Set;

/**
 * How hard a torture is.
 *
 * @param rounds how many faults
 * @param jobs how many jobs at least
 * @param victims the only ones that are hurt; all when there are none
 * @param longestDown how long a victim is down at most before it is started again
 */
public record Severity(int rounds, int jobs, Set<String> victims, Duration longestDown) {

    /** How long a victim is down unless somebody asks for more. */
    public static final Duration USUALLY_DOWN = Duration.ofSeconds(3);

    public Severity {
        victims = Set.copyOf(victims);
        if (rounds < 0 || jobs < 0 || longestDown.isNegative()) {
            throw new IllegalArgumentException("rounds, jobs and time down are not negative");
        }
    }

    /** So many faults, which may happen to anybody. */
    public static Severity of(int rounds, int jobs) {
        return new Severity(rounds, jobs, Set.of(), USUALLY_DOWN);
    }

    boolean hurts(String victim) {
        return victims.isEmpty() || victims.contains(victim);
    }
}
