package dev.gangway.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Lets one command at a time change what runs in a home; the system lets go of it however the command ends. */
final class CommandLock {

    private CommandLock() {}

    /** Runs {@code work} with the lock in {@code file}, after another command's when one has it. */
    static void holding(Path file, Consumer<String> progress, Runnable work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                progress.accept("waiting for another gangway command that is at work here");
                channel.lock();
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
