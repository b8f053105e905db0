package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that an operation does not have, or cannot mean, and names all of them: a misspelt filter is no filter. */
class ParameterCheck {

    /** Before the filter that takes the request's key. */
    private static final int FIRST = 1_000;

    private static final List<String> SINGLE_HEADERS =
            List.of(IdempotencyFilter.HEADER, "Last-Event-ID", HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING);

    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = FIRST)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        List<FieldError> errors = new ArrayList<>();
        QueryParameters parameters = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> parameters
                .fault(name, values)
                .ifPresent(fault -> errors.add(new FieldError(name, fault))));
        errors.addAll(repeated(request.getHeaders()));
        if (!errors.isEmpty()) {
            throw RefusedException.badParameters(errors);
        }
    }

    private static List<FieldError> repeated(MultivaluedMap<String, String> headers) {
        return SINGLE_HEADERS.stream()
                .filter(name -> headers.getOrDefault(name, List.of()).size() > 1)
                .map(name -> new FieldError(name, "must be given once"))
                .toList();
    }
}
