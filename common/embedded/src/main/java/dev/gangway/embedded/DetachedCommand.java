package dev.gangway.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Command lines of processes that outlive the command that starts them, its terminal, and Ctrl-C in it. */
public final class DetachedCommand {

    /** A JVM leaves signals alone that are ignored when it starts. */
    private static final List<String> IGNORING_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private DetachedCommand() {}

    /** {@code command} in a session of its own, or where {@code setsid} is missing, deaf to the terminal; same process id. */
    public static List<String> of(List<String> command) {
        List<String> prefix = isOnPath("setsid") ? List.of("setsid") : IGNORING_THE_TERMINAL;
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
