package dev.gangway.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which parts somebody stopped and nobody started since, so that a watch does not take them for dead. Changed only by whoever has the
 * home's lock.
 *
 * @param file one name a line; missing while there are none
 */
record StoppedParts(Path file) {

    Set<Part> read() {
        try {
            return Files.readAllLines(file).stream()
                    .map(Part::named)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Collection<Part> parts) {
        Set<Part> all = new TreeSet<>(read());
        all.addAll(parts);
        write(all);
    }

    void remove(Collection<Part> parts) {
        Set<Part> rest = new TreeSet<>(read());
        rest.removeAll(parts);
        write(rest);
    }

    private void write(Set<Part> parts) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(written, parts.stream().map(Part::label).toList());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
