package dev.gangway.trainer.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A folder of files that can be had again. What was used longest ago goes first; a file that is being read stays readable.
 *
 * @param path where it is
 * @param bytes how many its files may have together
 */
record CacheFolder(Path path, long bytes) {

    private static final Logger LOG = Logger.getLogger(CacheFolder.class);

    /** The file called {@code name}, which need not be there; the folder is then. */
    Path file(String name) throws IOException {
        return Files.createDirectories(path).resolve(name);
    }

    /**
     * Deletes files until {@code needed} bytes more are within the limit.
     *
     * @throws DatasetTooLargeException when they are more than the limit by themselves
     */
    void makeRoom(long needed) throws IOException {
        if (needed > bytes) {
            throw new DatasetTooLargeException(needed, bytes);
        }
        List<Entry> entries = entries();
        long used = entries.stream().mapToLong(Entry::size).sum();
        for (Entry oldest : entries) {
            if (used + needed <= bytes) {
                return;
            }
            LOG.infof("%s makes room", oldest.file());
            Files.deleteIfExists(oldest.file());
            used -= oldest.size();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** All files, least recently used first; those that others leave half-written are the oldest one day. */
    private List<Entry> entries() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(Entry::of)
                    .sorted(Comparator.comparing(Entry::used))
                    .toList();
        }
    }

    /** A file as it was when it was looked at. */
    private record Entry(Path file, long size, FileTime used) {

        static Stream<Entry> of(Path file) {
            try {
                return Stream.of(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (NoSuchFileException e) {
                return Stream.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
