package dev.gangway.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the system can have its ports before the build, which takes minutes. It is made of the sources by the script and so needs the JDK
 * alone; what it does not understand of the command line, the command itself refuses after the build.
 */
public final class PortsBeforeBuild {

    private PortsBeforeBuild() {}

    /**
     * Ends with exit code 1 when a port is taken, and leaves the reason in a file.
     *
     * @param arguments the home, the file, then the command line
     */
    public static void main(String... arguments) throws IOException {
        try {
            check(new Home(Path.of(arguments[0])), List.of(arguments).subList(2, arguments.length));
        } catch (GangwayException e) {
            Files.writeString(Path.of(arguments[1]), e.getMessage());
            System.exit(1);
        }
    }

    /** Throws a {@link GangwayException} that names each port which {@code commandLine} needs and another program has. */
    static void check(Home home, List<String> commandLine) throws IOException {
        Layout layout = Layout.load(home.layout()).with(change(commandLine));
        List<Part> named = commandLine.stream()
                .map(Part::named)
                .flatMap(Optional::stream)
                .filter(layout.parts()::contains)
                .toList();
        new PortCheck(new RunningParts(home).of(layout)).requireFree(layout, named.isEmpty() ? layout.parts() : named);
    }

    private static LayoutChange change(List<String> commandLine) {
        List<String> words = new ArrayList<>();
        commandLine.forEach(word -> words.addAll(Arrays.asList(word.split("=", 2))));
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            number(words, listener.option()).ifPresent(port -> ports.put(listener, port));
        }
        Map<Role, Integer> workers = new EnumMap<>(Role.class);
        for (Role role : Role.ofWorkers()) {
            number(words, role.option()).ifPresent(count -> workers.put(role, count));
        }
        return new LayoutChange(ports, workers);
    }

    private static Optional<Integer> number(List<String> words, String option) {
        int value = words.lastIndexOf(option) + 1;
        return value > 0 && value < words.size() && words.get(value).matches("[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(words.get(value)))
                : Optional.empty();
    }
}
