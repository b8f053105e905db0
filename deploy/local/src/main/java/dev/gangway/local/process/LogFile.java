package dev.gangway.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a part writes from one start to the next.
 *
 * @param file where
 */
public record LogFile(Path file) {

    /** How much of a log a message shows. */
    static final int LINES_SHOWN = 30;

    private static final int BLOCK = 8192;

    /** Begins anew and keeps what the start before this one wrote. */
    void rotate() {
        try {
            Files.createDirectories(file.getParent());
            Files.move(file, previous().file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // The first start has nothing to keep.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written from the previous start to this one. */
    public LogFile previous() {
        String name = file.getFileName().toString();
        int extension = name.lastIndexOf('.');
        return new LogFile(file.resolveSibling(name.substring(0, extension) + ".previous" + name.substring(extension)));
    }

    /** Whether something was written. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The last {@code lines} lines; empty when there is no log. Reads no more of a long log than it has to. */
    public String end(int lines) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = startOfLast(lines, log);
            byte[] bytes = new byte[Math.toIntExact(log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (java.io.FileNotFoundException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long startOfLast(int lines, RandomAccessFile log) throws IOException {
        // The line break that ends the file ends its last line, and so does not count.
        long end = log.length() - 1;
        int wanted = lines;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            byte[] block = new byte[(int) (end - start)];
            log.seek(start);
            log.readFully(block);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n' && --wanted == 0) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }
}
