package dev.gangway.torture.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;

/** The file system that the servers keep their data on, which is filled to its last block by a file that grows like a balloon. */
final class Disk {

    /** Nobody's real disk is filled by mistake. */
    private static final long MOST_FREE_BYTES = 2L << 30;

    private static final int LARGE_BLOCK = 1 << 20;
    private static final int SMALL_BLOCK = 1 << 12;
    private static final Duration BETWEEN_BREATHS = Duration.ofMillis(200);

    private final Path folder;
    private final Path balloon;
    private final byte[] content = new byte[LARGE_BLOCK];

    /**
     * The file system that {@code folder}, which exists, lies on.
     *
     * @throws IllegalArgumentException when more is free there than a file system for tests has
     */
    Disk(Path folder) {
        this.folder = folder;
        this.balloon = folder.resolve("balloon");
        requireSmall(folder);
        // Some file systems do not store what is all the same.
        new SplittableRandom(1).nextBytes(content);
    }

    /** Leaves nothing of it to anybody for {@code length}, also when somebody gives something back meanwhile. */
    void fillFor(Duration length) {
        long deadline = System.nanoTime() + length.toNanos();
        try {
            do {
                fill();
                Pause.of(BETWEEN_BREATHS);
            } while (System.nanoTime() < deadline);
        } finally {
            empty();
        }
    }

    /** Leaves nothing of it. */
    void fill() {
        growWhilePossible(LARGE_BLOCK);
        growWhilePossible(SMALL_BLOCK);
    }

    /** Gives back what was taken. */
    void empty() {
        try {
            Files.deleteIfExists(balloon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void growWhilePossible(int block) {
        requireSmall(folder);
        try (SeekableByteChannel growing =
                Files.newByteChannel(balloon, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            boolean grows = true;
            while (grows) {
                grows = grows(growing, block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there was room for another block. */
    private boolean grows(SeekableByteChannel growing, int block) {
        try {
            return growing.write(ByteBuffer.wrap(content, 0, block)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** An {@link IllegalArgumentException} when {@code folder} lies on a file system on which more is free than on one for tests. */
    static void requireSmall(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free > MOST_FREE_BYTES) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s has %d MB free, and only a file system of its own with at most %d MB is filled",
                        folder,
                        free >> 20,
                        MOST_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
