package dev.gangway.artifacts.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object's content that is hashed while it is read. Whoever reads to the end of a damaged one gets, instead of the end, a {@link
 * DamagedObjectException}.
 */
final class CheckedStream extends FilterInputStream {

    private final ContentHash.Running hash = new ContentHash.Running();
    private final String key;
    private final String expected;
    private boolean ended;

    CheckedStream(InputStream content, String key, String expected) {
        super(content);
        this.key = key;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            hash.add(target, offset, count);
        } else if (count < 0 && !ended) {
            ended = true;
            requireWhole();
        }
        return count;
    }

    /** Reads what is skipped, for it belongs to the hash. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE / 2)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void requireWhole() throws IOException {
        String found = hash.end().hex();
        if (!found.equals(expected)) {
            throw new DamagedObjectException(key, found, expected);
        }
    }
}
