package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that is refused as soon as more of it arrives than is taken. */
final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    /** Limits {@code body}; one whose length is known to be too large is refused unread. */
    static LimitedBody of(InputStream body, Long length, long limit) {
        LimitedBody limited = new LimitedBody(body, limit);
        limited.requireWithin(length == null ? 0 : length);
        return limited;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        count += bytes;
        requireWithin(count);
    }

    private void requireWithin(long size) {
        if (size > limit) {
            throw RefusedException.tooLarge("the body is larger than the " + limit + " bytes that are taken here");
        }
    }
}
