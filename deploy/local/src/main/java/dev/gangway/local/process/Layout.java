package dev.gangway.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processes make up the system and where they listen, remembered between commands.
 *
 * @param ports one for each listener, 1 to 65535; the first worker of a kind has it, and each further one a port ten higher than
 *     the one before it. No two processes have the same.
 * @param workers how many of each kind of worker there are, at least one
 */
public record Layout(Map<Listener, Integer> ports, Map<Role, Integer> workers) {

    public Layout {
        ports = Map.copyOf(ports);
        workers = Map.copyOf(workers);
        workers.forEach(Layout::requireSensible);
        Map<Integer, Port> owners = new HashMap<>();
        for (Port port : allPorts(ports, workers).toList()) {
            Port other = owners.put(port.number(), port);
            if (other != null) {
                throw new GangwayException("port " + port.number() + " is asked for twice: by " + other.description()
                        + " (" + other.option() + ") and by " + port.description() + " (" + port.option() + ")");
            }
        }
    }

    /** The system when nobody asked for anything: one process of each role. */
    static Layout defaults() {
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, listener.defaultPort());
        }
        Map<Role, Integer> workers = new EnumMap<>(Role.class);
        Role.ofWorkers().forEach(role -> workers.put(role, 1));
        return new Layout(ports, workers);
    }

    /** The layout that {@code file} remembers, the defaults for what it does not. */
    static Layout load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return defaults();
        }
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            number(file, properties, listener.key()).ifPresent(port -> ports.put(listener, port));
        }
        Map<Role, Integer> workers = new EnumMap<>(Role.class);
        for (Role role : Role.ofWorkers()) {
            number(file, properties, role.key()).ifPresent(count -> workers.put(role, count));
        }
        return defaults().with(new LayoutChange(ports, workers));
    }

    /** This layout with what {@code change} says. */
    Layout with(LayoutChange change) {
        Map<Listener, Integer> newPorts = new EnumMap<>(ports);
        newPorts.putAll(change.ports());
        Map<Role, Integer> newWorkers = new EnumMap<>(workers);
        newWorkers.putAll(change.workers());
        return new Layout(newPorts, newWorkers);
    }

    /** Every process, in the order in which they depend on each other. */
    public List<Part> parts() {
        return allParts(workers).toList();
    }

    /** Every port. */
    List<Port> allPorts() {
        return allPorts(ports, workers).toList();
    }

    /** The port of {@code listener} in the first process that has it. */
    public int port(Listener listener) {
        return ports.get(listener);
    }

    /** The port of {@code part}, a service. */
    public int port(Part part) {
        Listener listener = Listener.of(part.role()).get(0);
        return Port.after(port(listener), part, listener).number();
    }

    /**
     * How many of {@code processors} each worker with {@code role} may take: an equal share, at least one. Trainers and completion
     * workers do not share with each other, for one of them mostly waits: images are completed with what was trained before.
     */
    int share(Role role, int processors) {
        return Math.max(1, processors / workers.getOrDefault(role, 1));
    }

    /** Remembers this layout in {@code file}, at once or not at all. */
    void save(Path file) throws IOException {
        Properties properties = new Properties();
        ports.forEach((listener, port) -> properties.setProperty(listener.key(), Integer.toString(port)));
        workers.forEach((role, count) -> properties.setProperty(role.key(), Integer.toString(count)));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            properties.store(
                    writer, "Ports and numbers of workers of this Gangway; changed by options of `gangway up`");
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireSensible(Role role, int count) {
        if (count < 1 || count > role.most()) {
            throw new GangwayException(role.option() + " " + count + ": there may be 1 to " + role.most());
        }
    }

    private static Stream<Part> allParts(Map<Role, Integer> workers) {
        return Arrays.stream(Role.values()).flatMap(role -> IntStream.rangeClosed(1, workers.getOrDefault(role, 1))
                .mapToObj(ordinal -> new Part(role, ordinal)));
    }

    private static Stream<Port> allPorts(Map<Listener, Integer> ports, Map<Role, Integer> workers) {
        return allParts(workers).flatMap(part -> Listener.of(part.role()).stream()
                .map(listener -> Port.after(ports.get(listener), part, listener)));
    }

    private static Optional<Integer> number(Path file, Properties properties, String key) {
        String text = properties.getProperty(key);
        try {
            return Optional.ofNullable(text).map(String::strip).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new GangwayException(file + " holds a number that is none: " + key + "=" + text, e);
        }
    }
}
