package dev.gangway.gateway.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Keeps a JSON body, which is read into memory, far below the size that a dataset's archive may have. */
@Provider
class JsonBodyLimit implements ReaderInterceptor {

    static final int LIMIT_BYTES = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType())) {
            context.setInputStream(new LimitedBody(context.getInputStream(), LIMIT_BYTES));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                || type.getSubtype().endsWith("+json");
    }
}
