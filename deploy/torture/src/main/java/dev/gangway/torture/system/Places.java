package dev.gangway.torture.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a system finds and leaves its files.
 *
 * @param checkout the built sources
 * @param folder logs, what can be made again, and the servers' data unless there is a disk for these
 * @param disk a folder on the file system that broker, store and database keep their data on, and that is filled: one of its own
 */
public record Places(Path checkout, Path folder, Optional<Path> disk) {

    public Places {
        folder = folder.toAbsolutePath().normalize();
        disk = disk.map(path -> path.toAbsolutePath().normalize());
        disk.ifPresent(Disk::requireSmall);
    }

    /** The data of the server that is called {@code name}. */
    Path data(String name) {
        return disk.map(path -> path.resolve(folder.getFileName()))
                .orElse(folder)
                .resolve(name);
    }

    /** Makes the folder {@code data}, with its log {@code name} apart from it: what is said of a full disk has to be written somewhere. */
    void keepLogApart(Path data, String name) {
        makeFolder(logs());
        link(data, name, logs().resolve(data.getFileName() + "-" + name));
    }

    /** The same with a folder of logs. */
    void keepLogsApart(Path data, String name) {
        Path logs = logs().resolve(data.getFileName() + "-" + name);
        makeFolder(logs);
        link(data, name, logs);
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path data, String name, Path log) {
        Path link = data.resolve(name);
        try {
            Files.createDirectories(data);
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
