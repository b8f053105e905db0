package dev.gangway.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Held for as long as a home is watched; the system lets go of it however the watch ends.
 *
 * @param file where
 */
record WatchLock(Path file) {

    /** Runs {@code watch}; a {@link GangwayException} when the home is watched already. */
    <T> T holding(Supplier<T> watch) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isFree(channel)) {
                throw new GangwayException("another `gangway up --watch` watches here already");
            }
            return watch.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody watches. */
    boolean isHeld() {
        if (!file.toFile().exists()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isFree(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held within this JVM.
            return false;
        }
    }
}
