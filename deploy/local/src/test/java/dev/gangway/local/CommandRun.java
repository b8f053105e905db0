package dev.gangway.local;

import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.LocalSystem;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the command in this JVM and keeps what the last call printed. */
final class CommandRun {

    private final LocalSystem system;
    private final Checkout checkout;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    CommandRun(LocalSystem system, Checkout checkout) {
        this.system = system;
        this.checkout = checkout;
    }

    /** Returns the exit code. */
    int execute(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine command = GangwayCommand.commandLine(system, checkout);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    String output() {
        return out.toString();
    }

    String errors() {
        return err.toString();
    }
}
