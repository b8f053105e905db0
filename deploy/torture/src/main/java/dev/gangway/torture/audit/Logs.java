package dev.gangway.torture.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes logged. */
public final class Logs {

    private final Path folder;

    /** The logs in {@code folder}, with those that were full before. */
    public Logs(Path folder) {
        this.folder = folder;
    }

    /** The lines that contain {@code words}, of any process. */
    List<String> linesWith(String words) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.log(\\.[0-9]+)?"))
                    .sorted()
                    .flatMap(file -> lines(file).filter(line -> line.contains(words)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            // A process that was killed may have left half a character.
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
