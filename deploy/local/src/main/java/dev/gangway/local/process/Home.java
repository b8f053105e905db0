package dev.gangway.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that keeps everything between commands: data, logs, ports, numbers of workers. Two homes are two systems that know nothing of each
 * other.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Data of broker, store and database. */
    Path embedded() {
        return folder.resolve("embedded");
    }

    /** What can be made again: unpacked native libraries. */
    Path cache() {
        return folder.resolve("cache");
    }

    /** Which processes there are and where they listen. */
    Path layout() {
        return folder.resolve("layout.properties");
    }

    /** Held by a command that changes what runs. */
    Path lock() {
        return folder.resolve("command.lock");
    }

    /** Held by the command that watches the system. */
    Path watchLock() {
        return folder.resolve("watch.lock");
    }

    /** Which parts were stopped by somebody. */
    Path stopped() {
        return folder.resolve("stopped-parts");
    }

    /** The folder of the services' logs. */
    Path logs() {
        return folder.resolve("logs");
    }

    /** What {@code part}, a service, writes. */
    public Path log(Part part) {
        return logs().resolve(part + ".log");
    }

    /** What {@code part}, a service, says outside of its log: the JVM's last words. */
    Path output(Part part) {
        return logs().resolve(part + ".out");
    }

    /** What the command that watches the system did. */
    Path watchLog() {
        return logs().resolve("watch.log");
    }

    /** Makes the folders that are missing. */
    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
