package dev.gangway.local.paper;

import dev.gangway.local.paper.run.RunState;
import dev.gangway.local.process.GangwayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one scale's run. One command at a time works in it; the system lets go of it however the command ends.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    /** What a command does while it has the folder for itself. */
    @FunctionalInterface
    public interface Work {

        /** Returns whether all went well. */
        boolean run() throws IOException;
    }

    /** Runs {@code work} unless another command is at work here. */
    public boolean alone(Work work) throws IOException {
        Files.createDirectories(path);
        try (FileChannel channel =
                FileChannel.open(path.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new GangwayException("another gangway paper is at work in " + path);
            }
            return work.run();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held within this process: as good as held by another.
            return false;
        }
    }

    /** The state of the run, or of a new one. */
    RunState state() {
        return RunState.in(stateFile());
    }

    /** Forgets the run. */
    void forget() throws IOException {
        Files.deleteIfExists(stateFile());
    }

    private Path stateFile() {
        return path.resolve("state.json");
    }
}
