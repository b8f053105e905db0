package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.gangway.gateway.fault.JsonFaults;
import dev.gangway.gateway.fault.TextFaults;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Checks the text of a JSON body before any of it becomes a value, and names everything at fault when something cannot be read. */
@Provider
@Priority(Priorities.USER + 1)
class JsonText implements ReaderInterceptor {

    private final JsonFaults json;

    JsonText(JsonFaults json) {
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!JsonBody.isJson(context.getMediaType())) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readAllBytes();
        if (!TextFaults.of(body).isEmpty()) {
            requireAll(body, context);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (WebApplicationException | JsonMappingException e) {
            if (isOfMapping(e)) {
                requireAll(body, context);
            }
            throw e;
        }
    }

    private void requireAll(byte[] body, ReaderInterceptorContext context) throws IOException {
        Faults faults = new Faults();
        json.gather(faults, body, context.getGenericType());
        faults.require();
    }

    /** Whether Jackson found something at fault, and not that the body is no JSON or was cut off. */
    private static boolean isOfMapping(Exception failure) {
        Throwable cause = failure instanceof JsonProcessingException ? failure : failure.getCause();
        return cause instanceof JsonMappingException mapping
                && !(mapping.getCause() instanceof IOException)
                && !(mapping.getCause() instanceof RefusedException);
    }
}
