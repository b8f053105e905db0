package dev.gangway.local.terminal;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows what goes on: on a terminal in one line that changes, elsewhere as a line now and then. */
public final class StatusLine {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;
    private long nextLine = Long.MIN_VALUE;

    /** A status line on {@code out}, which is a terminal or not. */
    public StatusLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows {@code status} until the next. */
    public void show(String status) {
        if (terminal) {
            out.print("\r" + status + " ".repeat(Math.max(0, shown - status.length())));
            shown = status.length();
        } else if (System.nanoTime() - nextLine >= 0) {
            out.println(status);
            nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
        }
        out.flush();
    }

    /** Prints {@code text} to stay. */
    public void print(String text) {
        if (terminal && shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
        out.println(text);
        out.flush();
        nextLine = System.nanoTime();
    }
}
