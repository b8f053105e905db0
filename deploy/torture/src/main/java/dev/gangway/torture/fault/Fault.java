package dev.gangway.torture.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * One thing that goes wrong.
 *
 * @param round which of all, from 1
 * @param victim the process that it happens to, or the disk
 * @param kind what happens
 * @param after how long after the fault before
 * @param lasting how long the process is down or stands still, its link is cut, or the disk is full
 */
public record Fault(int round, String victim, FaultKind kind, Duration after, Duration lasting) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s for %.1f s", kind, victim, lasting.toMillis() / 1000.0);
    }
}
