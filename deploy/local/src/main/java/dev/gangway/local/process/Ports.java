package dev.gangway.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * One port for each listener, remembered between commands.
 *
 * @param numbers 1 to 65535 each, no two the same
 */
public record Ports(Map<Listener, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
        Map<Integer, Listener> owners = new HashMap<>();
        for (Listener listener : Listener.values()) {
            int port = numbers.getOrDefault(listener, 0);
            if (port < 1 || port > 65_535) {
                throw new GangwayException(listener.option() + " " + port + ": a port is a number from 1 to 65535");
            }
            Listener other = owners.put(port, listener);
            if (other != null) {
                throw new GangwayException("port " + port + " is asked for twice: by " + other.description() + " ("
                        + other.option() + ") and by " + listener.description() + " (" + listener.option() + ")");
            }
        }
    }

    /** The ports when nobody asked for others. */
    static Ports defaults() {
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            numbers.put(listener, listener.defaultPort());
        }
        return new Ports(numbers);
    }

    /** The ports that {@code file} remembers, the defaults for those that it does not. */
    static Ports load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return defaults();
        }
        Map<Listener, Integer> remembered = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            String text = properties.getProperty(listener.key());
            if (text != null) {
                remembered.put(listener, number(file, text));
            }
        }
        return defaults().with(remembered);
    }

    /** These ports with others for some listeners. */
    Ports with(Map<Listener, Integer> others) {
        Map<Listener, Integer> merged = new EnumMap<>(numbers);
        merged.putAll(others);
        return new Ports(merged);
    }

    /** The port of {@code listener}. */
    public int of(Listener listener) {
        return numbers.get(listener);
    }

    /** Remembers these ports in {@code file}, at once or not at all. */
    void save(Path file) throws IOException {
        Properties properties = new Properties();
        numbers.forEach((listener, port) -> properties.setProperty(listener.key(), Integer.toString(port)));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            properties.store(writer, "The ports of this Gangway; changed by the options of `gangway up`");
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int number(Path file, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new GangwayException(file + " holds a port that is no number: " + text, e);
        }
    }
}
