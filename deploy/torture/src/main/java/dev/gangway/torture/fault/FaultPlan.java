package dev.gangway.torture.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Draws faults from a seed. Every pair of victim and kind is drawn once before any is drawn again, so that a short plan is varied and a
 * long one complete.
 */
public final class FaultPlan {

    private static final Duration SHORTEST_GAP = Duration.ofMillis(1500);
    private static final Duration LONGEST_GAP = Duration.ofMillis(6500);

    private final List<Possible> possible = new ArrayList<>();
    private final Duration lease;
    private final Duration longestDown;

    /**
     * A plan that hurts nobody yet.
     *
     * @param lease how long the victims' leases last: whatever stands still does so for one to two and a half of these
     * @param longestDown how long a victim is down at most before it is started again, or stands still when this is longer
     */
    public FaultPlan(Duration lease, Duration longestDown) {
        this.lease = lease;
        this.longestDown = longestDown;
    }

    private record Possible(String victim, FaultKind kind) {}

    /** Adds a victim, and what can happen to it. */
    public FaultPlan with(String victim, FaultKind... kinds) {
        for (FaultKind kind : kinds) {
            possible.add(new Possible(victim, kind));
        }
        return this;
    }

    /** So many faults; the same for the same seed. */
    public List<Fault> draw(int rounds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Deque<Possible> deck = new ArrayDeque<>();
        List<Fault> faults = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            if (deck.isEmpty()) {
                List<Possible> shuffled = new ArrayList<>(possible);
                Collections.shuffle(shuffled, new Random(random.nextLong()));
                deck.addAll(shuffled);
            }
            Possible drawn = deck.pop();
            faults.add(new Fault(
                    round,
                    drawn.victim(),
                    drawn.kind(),
                    between(SHORTEST_GAP, LONGEST_GAP, random),
                    lasting(drawn.kind(), random)));
        }
        return faults;
    }

    private Duration lasting(FaultKind kind, SplittableRandom random) {
        return switch (kind) {
            case KILL, RESTART -> between(Duration.ZERO, longestDown, random);
            case POISON -> Duration.ZERO;
            case PAUSE, CUT_DATABASE, CUT_STORE, FILL, SLOW_BODIES -> between(lease, longestStandstill(), random);
        };
    }

    private Duration longestStandstill() {
        Duration usual = lease.multipliedBy(5).dividedBy(2);
        return usual.compareTo(longestDown) > 0 ? usual : longestDown;
    }

    private static Duration between(Duration least, Duration most, SplittableRandom random) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
