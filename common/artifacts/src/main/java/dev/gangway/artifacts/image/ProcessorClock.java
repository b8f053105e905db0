package dev.gangway.artifacts.image;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How long a processor has worked for the thread that asks, since its start: on a crowded machine a sound picture takes many times the time, and no more work.
 * Where the machine does not count that, it is the usual time.
 */
final class ProcessorClock extends Clock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Clock otherwise = Clock.systemUTC();

    @Override
    public Instant instant() {
        return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                ? Instant.EPOCH.plusNanos(THREADS.getCurrentThreadCpuTime())
                : otherwise.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
