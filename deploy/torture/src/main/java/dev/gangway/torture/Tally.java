package dev.gangway.torture;

import dev.gangway.torture.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run of torture did and found.
 *
 * @param seed what everything random was drawn from
 * @param faults what went wrong
 * @param jobs how many jobs of each kind ended how
 * @param recoveries how often jobs went on afterwards, by cause
 * @param ends how often processes ended by themselves
 * @param losses what was lost, or came out otherwise than undisturbed
 * @param doubles what was done or told twice
 * @param leftovers leases, tasks, messages, dead letters and objects that nobody needs any more
 * @param untruths what services said of themselves that was wrong
 * @param took how long all of it took
 */
public record Tally(
        long seed,
        List<Fault> faults,
        Map<String, Integer> jobs,
        Map<String, Integer> recoveries,
        Map<String, Integer> ends,
        List<String> losses,
        List<String> doubles,
        List<String> leftovers,
        List<String> untruths,
        Duration took) {

    public Tally {
        faults = List.copyOf(faults);
        losses = List.copyOf(losses);
        doubles = List.copyOf(doubles);
        leftovers = List.copyOf(leftovers);
        untruths = List.copyOf(untruths);
    }

    /** Everything that should not have been. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>(losses);
        findings.addAll(doubles);
        findings.addAll(leftovers);
        findings.addAll(untruths);
        return findings;
    }

    /** The tally as text. */
    @Override
    public String toString() {
        Map<String, Integer> byKind = new TreeMap<>();
        faults.forEach(fault -> byKind.merge(fault.kind() + " " + fault.victim(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "seed %d: %d faults in %d s%n", seed, faults.size(), took.toSeconds()));
        counts(text, "faults", byKind);
        counts(text, "jobs", jobs);
        counts(text, "recoveries", recoveries);
        counts(text, "ends", ends);
        text.append(String.format(
                Locale.ROOT,
                "losses     %d%ndoubles    %d%nleftovers  %d%nuntruths   %d%n",
                losses.size(),
                doubles.size(),
                leftovers.size(),
                untruths.size()));
        findings().forEach(finding -> text.append("  ! ").append(finding).append(System.lineSeparator()));
        return text.toString();
    }

    private static void counts(StringBuilder text, String what, Map<String, Integer> counts) {
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        text.append(String.format(Locale.ROOT, "%-10s %d%n", what, sum));
        counts.forEach((name, count) -> text.append(String.format(Locale.ROOT, "  %4d %s%n", count, name)));
    }
}
