package dev.gangway.local;

import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.Selection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gangway up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Starts the system and prints where it answers.",
        description =
                "Starts what does not run, waits until all of it is ready and prints where it answers. What runs is left "
                        + "alone, and data of earlier runs are found again. The processes outlive this command and its terminal. "
                        + "When a part fails to start, the end of its log is shown and what this command started is stopped again.",
        footer = {
            "",
            "The services need the embedded parts and bring them along. Ports and numbers",
            "of workers are remembered in the home folder: give one once, and later",
            "commands know it. Workers of a kind are called completion, completion-2 and",
            "so on, and share the processors: those that already run keep the share that",
            "they were started with."
        })
final class UpCommand implements Callable<Integer> {

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PartSelection parts;

    @Mixin
    private LayoutOptions layout;

    @Option(
            names = "--ready-within",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "how long a part may take to be ready (default: ${DEFAULT-VALUE})")
    private int readyWithin;

    @Option(
            names = "--watch",
            description =
                    "stay, and start again what dies, until `gangway down`; Ctrl-C ends the watch and stops nothing. "
                            + "A part that dies a seventh time in a row is left alone")
    private boolean watch;

    UpCommand(LocalSystem system) {
        this.system = system;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long begin = System.nanoTime();
        Selection wanted = parts.chosen();
        system.up(wanted, layout.chosen(), Duration.ofSeconds(readyWithin), new Progress(out));
        out.printf(Locale.ROOT, "ready after %.1f s%n%n", (System.nanoTime() - begin) / 1e9);
        Addresses.of(system, wanted).forEach(out::println);
        return watch ? watch(wanted, out) : 0;
    }

    private int watch(Selection wanted, PrintWriter out) {
        out.printf(Locale.ROOT, "%nwatching: what dies is started again; Ctrl-C ends the watch and stops nothing%n");
        out.flush();
        Set<Part> givenUp = system.watch(wanted, Duration.ofSeconds(readyWithin), new Progress(out));
        out.println(givenUp.isEmpty() ? "everything was stopped: the watch ends" : "given up: " + givenUp);
        return givenUp.isEmpty() ? 0 : 1;
    }
}
