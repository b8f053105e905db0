package dev.gangway.gateway.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps a JSON body, which is read into memory, far below the size that a dataset's archive may have. */
@Provider
class JsonBodyLimit implements ReaderInterceptor {

    private static final int LIMIT_BYTES = 1 << 20;
    private static final int TOO_LARGE = 413;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private long left = LIMIT_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new WebApplicationException(TOO_LARGE);
            }
        }
    }
}
