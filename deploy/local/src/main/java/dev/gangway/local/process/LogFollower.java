package dev.gangway.local.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads whole lines of a log as they are written, also when the part is started again and its log begins anew. */
public final class LogFollower {

    private final Path file;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    private Object identity;
    private long position;

    /** Follows {@code log} from what is written after this moment. */
    public LogFollower(LogFile log) throws IOException {
        file = log.file();
        if (log.exists()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            identity = attributes.fileKey();
            position = attributes.size();
        }
    }

    /** The lines that were finished since the last call; empty when there are none. */
    public String next() throws IOException {
        try (InputStream log = Files.newInputStream(file)) {
            Object found = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            if (!Objects.equals(found, identity)) {
                identity = found;
                position = 0;
                unfinished.reset();
            }
            log.skipNBytes(position);
            position += log.transferTo(unfinished);
            return finishedLines();
        } catch (NoSuchFileException e) {
            return "";
        }
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
