package dev.gangway.local;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Shows each step at once, also when the output is not a terminal. */
record Progress(PrintWriter out) implements Consumer<String> {

    @Override
    public synchronized void accept(String step) {
        out.println(step);
        out.flush();
    }
}
