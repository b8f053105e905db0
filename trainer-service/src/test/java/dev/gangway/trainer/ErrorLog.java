package dev.gangway.trainer;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the trainer logs as an error while this is open. */
final class ErrorLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ErrorLog() {
        setLevel(Level.SEVERE);
    }

    static ErrorLog listen() {
        ErrorLog log = new ErrorLog();
        ROOT.addHandler(log);
        return log;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line) && line.getLoggerName().startsWith("dev.gangway.")) {
            lines.add(String.format(Locale.ROOT, line.getMessage(), line.getParameters()));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
