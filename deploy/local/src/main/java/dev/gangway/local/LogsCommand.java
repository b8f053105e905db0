package dev.gangway.local;

import dev.gangway.local.process.GangwayException;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.LogFile;
import dev.gangway.local.process.LogFollower;
import dev.gangway.local.process.Part;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gangway logs}. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows what a part writes.",
        description = "Shows the end of what a part has written since it was started.")
final class LogsCommand implements Callable<Integer> {

    private static final long LOOK_MILLISECONDS = 200;

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            converter = PartName.class,
            description =
                    "whose log: embedded, gateway, trainer or completion, or a further worker such as completion-2")
    private Part part;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "go on with what is being written, until Ctrl-C")
    private boolean follow;

    @Option(
            names = {"-p", "--previous"},
            description = "the log of the start before the last one")
    private boolean previous;

    LogsCommand(LocalSystem system) {
        this.system = system;
    }

    @Override
    public Integer call() throws Exception {
        LogFile log = previous ? system.log(part).previous() : system.log(part);
        if (!log.exists() && !follow) {
            throw new GangwayException("there is no log of the " + part + " yet: " + log.file() + " does not exist");
        }
        try (LogFollower follower = new LogFollower(log)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(lines > 0 ? log.end(lines) : "");
            out.flush();
            while (follow && !out.checkError()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
                out.print(follower.next());
            }
        }
        return 0;
    }
}
