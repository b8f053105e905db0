package dev.gangway.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A process that somebody started at some time. It is known by its command line and not by a number in a file, because files
 * go stale and numbers are used again.
 */
public record RunningProcess(ProcessHandle handle) {

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final long LOOK_MILLISECONDS = 20;

    public RunningProcess {
        Objects.requireNonNull(handle, "handle");
    }

    /**
     * The process of this user whose arguments are what is looked for; the earliest when there are several. One that is just
     * being started has no arguments yet: whoever starts a process keeps what the start gave.
     */
    public static Optional<RunningProcess> find(Predicate<List<String>> arguments) {
        return ProcessHandle.allProcesses()
                .map(RunningProcess::new)
                .filter(process -> arguments.test(process.arguments()))
                .min(java.util.Comparator.comparing(
                        process -> process.handle.info().startInstant().orElse(java.time.Instant.MAX)));
    }

    /** Its process id. */
    public long pid() {
        return handle.pid();
    }

    /** Its command line without the program; empty when the system does not tell. */
    public List<String> arguments() {
        return handle.info().arguments().map(List::of).orElse(List.of());
    }

    /** Whether it still runs. One that ended but was never waited for by its parent, as in many containers, does not. */
    public boolean runs() {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    /** Waits for its end; returns whether it came in time. */
    public boolean endsWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (runs()) {
            if (System.nanoTime() > deadline || !waited()) {
                return !runs();
            }
        }
        return true;
    }

    /**
     * Asks it to stop (SIGTERM), waits, and kills it when it does not.
     *
     * @return whether it stopped by itself in time
     */
    public boolean stop(Duration patience) {
        handle.destroy();
        if (endsWithin(patience)) {
            return true;
        }
        kill();
        return false;
    }

    /** Kills it and waits for its end. */
    public void kill() {
        handle.destroyForcibly();
        endsWithin(KILLED_WITHIN);
    }

    private boolean waited() {
        try {
            handle.onExit().get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
