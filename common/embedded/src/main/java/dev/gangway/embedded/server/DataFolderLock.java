package dev.gangway.embedded.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from working on one data folder; the system lets go of it however the process ends. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder; throws {@link IllegalStateException} when another process has it. */
    static DataFolderLock take(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve("embedded.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("another process is using " + data);
        }
        return new DataFolderLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
