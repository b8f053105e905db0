package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes every answer that is a value as JSON before anything else is done with it: one that cannot be written is a 500, whatever
 * the resource thought of it, and the request's key is then freed and not kept.
 */
class WrittenAnswers {

    /** Before the filter that keeps answers. */
    private static final int FIRST = 9_000;

    private final ObjectMapper json;
    private final FailureMapper failures;

    WrittenAnswers(ObjectMapper json, FailureMapper failures) {
        this.json = json;
        this.failures = failures;
    }

    @ServerResponseFilter(priority = FIRST)
    void write(ContainerResponseContext response) {
        if (!isValue(response.getEntity())) {
            return;
        }
        try {
            byte[] body = json.writeValueAsBytes(response.getEntity());
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        } catch (JsonProcessingException e) {
            replace(response, failures.unwritable(e));
        }
    }

    private static void replace(ContainerResponseContext response, Response problem) {
        response.getHeaders().clear();
        response.setStatus(problem.getStatus());
        response.setEntity(problem.getEntity(), null, problem.getMediaType());
    }

    /** Text, bytes and streams are written as they are. */
    private static boolean isValue(Object entity) {
        return entity != null
                && !(entity instanceof CharSequence)
                && !(entity instanceof byte[])
                && !(entity instanceof InputStream)
                && !(entity instanceof StreamingOutput);
    }
}
