package dev.gangway.local.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Reads whole lines of a log as they are written, also when it begins anew because the part was started again or the file was full: the
 * file that it was is held open, and what was last written to it is read before the new one.
 */
public final class LogFollower implements AutoCloseable {

    private final Path file;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    private FileChannel open;
    private Object identity;

    /** Follows {@code log} from what is written after this moment. */
    public LogFollower(LogFile log) throws IOException {
        file = log.file();
        if (log.exists()) {
            open();
            open.position(open.size());
        }
    }

    /** The lines that were finished since the last call; empty when there are none. */
    public String next() throws IOException {
        try {
            String lines = "";
            if (!Objects.equals(found(), identity)) {
                lines = rest();
                open();
            }
            return lines + read();
        } catch (NoSuchFileException e) {
            // Moved away, and the next one not yet begun.
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    /** What was written to the file that was open, whose last line is whole: nobody goes on with it elsewhere. */
    private String rest() throws IOException {
        String lines = open == null ? "" : read();
        String last = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return last.isEmpty() ? lines : lines + last + "\n";
    }

    private void open() throws IOException {
        FileChannel next = FileChannel.open(file, StandardOpenOption.READ);
        close();
        open = next;
        identity = found();
    }

    private Object found() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private String read() throws IOException {
        // Not closed, for it would close the file.
        InputStream written = Channels.newInputStream(open);
        written.transferTo(unfinished);
        return finishedLines();
    }

    private String finishedLines() {
        byte[] bytes = unfinished.toByteArray();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        unfinished.reset();
        unfinished.write(bytes, end, bytes.length - end);
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
