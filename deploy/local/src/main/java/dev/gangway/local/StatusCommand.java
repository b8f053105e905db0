package dev.gangway.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.PartStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gangway status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Shows what runs, and whether it is ready.",
        description = "Shows each part with its process, its state and where it answers.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every part is ready", "1:at least one is not", "2:the command line was not understood"})
final class StatusCommand implements Callable<Integer> {

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = "as JSON: home, ready, watched, and name, state, pid and address of each part")
    private boolean json;

    StatusCommand(LocalSystem system) {
        this.system = system;
    }

    @Override
    public Integer call() {
        List<PartStatus> parts = system.status();
        boolean ready = parts.stream().allMatch(part -> part.state() == PartStatus.State.READY);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(parts, ready).toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%-13s %8s  %-20s %s%n", "PART", "PID", "STATE", "ADDRESS");
            parts.forEach(part -> out.printf(
                    Locale.ROOT,
                    "%-13s %8s  %-20s %s%n",
                    part.part(),
                    pid(part.pid()),
                    part.state().label(),
                    part.address()));
            out.println(
                    system.isWatched()
                            ? "watched: what dies is started again, see "
                                    + system.watchLog().file()
                            : "not watched: `gangway up --watch` starts again what dies");
        }
        return ready ? 0 : 1;
    }

    private ObjectNode json(List<PartStatus> parts, boolean ready) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("home", system.home().folder().toString()).put("ready", ready).put("watched", system.isWatched());
        ArrayNode array = root.putArray("parts");
        for (PartStatus part : parts) {
            ObjectNode node = array.addObject()
                    .put("name", part.part().label())
                    .put("state", part.state().label())
                    .put("address", part.address());
            part.pid().ifPresentOrElse(pid -> node.put("pid", pid), () -> node.putNull("pid"));
        }
        return root;
    }

    private static String pid(OptionalLong pid) {
        return pid.isPresent() ? Long.toString(pid.getAsLong()) : "-";
    }
}
