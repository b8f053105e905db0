package dev.gangway.artifacts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** Content of a known size that goes by in pieces and is hashed meanwhile. */
final class ContentPieces {

    private static final int PIECE = 1 << 16;

    private final InputStream content;
    private final long bytes;

    ContentPieces(InputStream content, long bytes) {
        this.content = content;
        this.bytes = bytes;
    }

    /**
     * Copies the content, or what there is of it.
     *
     * @param unreadable what to throw when the content cannot be read
     * @throws IOException when {@code target} cannot be written
     */
    ContentHash copy(OutputStream target, Function<IOException, RuntimeException> unreadable) throws IOException {
        ContentHash.Running hash = new ContentHash.Running();
        byte[] piece = new byte[PIECE];
        long left = bytes;
        while (left > 0) {
            int count;
            try {
                count = content.read(piece, 0, (int) Math.min(piece.length, left));
            } catch (IOException e) {
                throw unreadable.apply(e);
            }
            if (count < 0) {
                break;
            }
            hash.add(piece, count);
            target.write(piece, 0, count);
            left -= count;
        }
        return hash.end();
    }
}
