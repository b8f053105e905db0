package dev.gangway.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a body is kept in until it is worked on: memory while it is small, and a temporary file otherwise. The file loses its name as
 * soon as it is open, so that none is left, whatever ends this process.
 */
final class Spool {

    private static final String PREFIX = "gangway-body-";

    private FileChannel file;
    private ByteBuffer memory = ByteBuffer.allocate(0);

    /** Keeps more in the file. */
    void write(ByteBuffer more) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile(PREFIX, ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        while (more.hasRemaining()) {
            int unused = file.write(more);
        }
    }

    /** Keeps a whole body in memory. */
    void hold(ByteBuffer whole) {
        memory = whole;
    }

    /** Whether anything is in a file. */
    boolean hasFile() {
        return file != null;
    }

    /** What is kept, from its beginning. */
    SeekableByteChannel open() {
        return new SpoolChannel(file, memory.duplicate());
    }

    /** Gives back what it takes to keep it. */
    void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
