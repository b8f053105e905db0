package dev.gangway.gateway.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the files of forms are while their requests are worked on. Every process has a folder of its own beside the others', and a lock that
 * ends with the process, whatever ends it: a folder that nobody holds is a dead process's, and goes at the next start.
 */
@ApplicationScoped
class FormFolder {

    private static final Logger LOG = Logger.getLogger(FormFolder.class);
    private static final String ENDING = ".lock";

    /** Held while folders come and go, so that none is taken for a dead process's before its lock is there. */
    private static final String ALL = "all" + ENDING;

    private final Path folder;
    private FileChannel held;

    FormFolder(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    void start(@Observes StartupEvent started) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel all = open(beside(ALL))) {
            FileLock unused = all.lock();
            held = open(lockOf(folder));
            FileLock own = held.lock();
            LOG.debugf("the files of forms are kept in %s (%s)", folder, own);
            for (Path other : others()) {
                dropIfDead(other);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws IOException {
        try (FileChannel all = open(beside(ALL))) {
            FileLock unused = all.lock();
            held.close();
            drop(folder);
        }
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> there = Files.list(folder.getParent())) {
            return there.filter(path -> Files.isDirectory(path) && !path.equals(folder))
                    .toList();
        }
    }

    private static void dropIfDead(Path other) throws IOException {
        try (FileChannel lock = open(lockOf(other));
                FileLock free = lock.tryLock()) {
            if (free != null) {
                LOG.infof("dropped %d files of forms that a dead process left", drop(other));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debugf("%s belongs to another gateway in this process: %s", other, e);
        }
    }

    /** How many files there were. */
    private static int drop(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> there = Files.list(folder)) {
            files = there.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
        Files.deleteIfExists(lockOf(folder));
        return files.size();
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ENDING);
    }

    private Path beside(String name) {
        return folder.resolveSibling(name);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
