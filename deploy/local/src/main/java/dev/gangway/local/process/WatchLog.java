package dev.gangway.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * What a watch did, a line each with its time, for whoever comes in the morning.
 *
 * @param log where; the watch before this one has its own
 * @param clock tells the time of a line
 * @param next is told as well
 */
record WatchLog(LogFile log, InstantSource clock, Consumer<String> next) implements Consumer<String> {

    /** Begins a log, and keeps that of the watch before. */
    static WatchLog begin(LogFile log, InstantSource clock, Consumer<String> next) {
        log.rotate();
        return new WatchLog(log, clock, next);
    }

    @Override
    public synchronized void accept(String step) {
        try {
            Files.writeString(
                    log.file(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + step + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk is no reason to stop looking.
            next.accept(log.file() + " cannot be written: " + e.getMessage());
        }
        next.accept(step);
    }
}
