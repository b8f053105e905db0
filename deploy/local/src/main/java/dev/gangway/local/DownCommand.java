package dev.gangway.local;

import dev.gangway.local.process.LocalSystem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gangway down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        header = "Stops the system, or what is left of it.",
        description =
                "Stops what runs, the services before what they need, and returns when nothing is left of it. The trainer "
                        + "first writes a checkpoint and gives its job back; what does not stop in time is killed. It also clears "
                        + "up after a crash: processes are found by their command lines, and a database that lost its parent is stopped. "
                        + "Data are kept.")
final class DownCommand implements Callable<Integer> {

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PartSelection parts;

    DownCommand(LocalSystem system) {
        this.system = system;
    }

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        system.down(parts.chosen(), progress);
        progress.accept("down");
        return 0;
    }
}
