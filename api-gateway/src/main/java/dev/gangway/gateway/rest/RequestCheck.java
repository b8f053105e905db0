package dev.gangway.gateway.rest;

import dev.gangway.gateway.fault.JsonFaults;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses parameters and parts of forms that an operation does not have or cannot mean, before anything is done: a misspelt filter is no
 * filter. One answer names all of them; when a parameter is at fault, the body is looked at for its faults as well. That of a request
 * whose parameters are fine is looked at when it is read.
 */
class RequestCheck {

    /** Before the filter that takes the request's key. */
    private static final int FIRST = 1_000;

    private static final String FAULTS = RequestCheck.class.getName();
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final List<String> SINGLE_HEADERS =
            List.of(IdempotencyFilter.HEADER, LAST_EVENT_ID, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING);

    private final Map<Method, QueryParameters> parameters = new ConcurrentHashMap<>();
    private final Map<Method, FormParts> parts = new ConcurrentHashMap<>();
    private final JsonFaults json;

    RequestCheck(JsonFaults json) {
        this.json = json;
    }

    @ServerRequestFilter(priority = FIRST)
    void check(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        Faults faults = new Faults();
        gatherParameters(faults, request, resource.getResourceMethod());
        gatherHeaders(faults, request, resource.getResourceMethod());
        if (faults.isEmpty()) {
            return;
        }
        if (FormParts.areIn(request) && takesParts(resource.getResourceMethod())) {
            // The form is read, and looked at, next.
            request.setProperty(FAULTS, faults);
            return;
        }
        Optional<Type> body = JsonBody.of(resource.getResourceMethod(), request.getMediaType());
        if (body.isPresent()) {
            json.gather(faults, request.getEntityStream().readAllBytes(), body.get());
        }
        faults.require();
    }

    @ServerRequestFilter(priority = FIRST)
    @WithFormRead
    void checkForm(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        Faults faults = request.getProperty(FAULTS) instanceof Faults known ? known : new Faults();
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        if (form != null) {
            gatherParts(faults, form, resource.getResourceMethod());
        }
        faults.require();
    }

    private void gatherParameters(Faults faults, ContainerRequestContext request, Method operation) {
        parameters
                .computeIfAbsent(operation, QueryParameters::of)
                .faults(request.getUriInfo().getQueryParameters())
                .forEach(faults::add);
    }

    private FormParts parts(Method operation) {
        return parts.computeIfAbsent(operation, FormParts::of);
    }

    private boolean takesParts(Method operation) {
        return !parts(operation).many().isEmpty();
    }

    private void gatherParts(Faults faults, FormData form, Method operation) {
        FormParts known = parts(operation);
        List<FieldError> errors = new ArrayList<>();
        form.forEach(name -> errors.addAll(known.faults(name, form.get(name))));
        if (!errors.isEmpty()) {
            faults.add(RefusedException.unprocessable(
                    "validation-failed", "some parts of the form cannot be taken", errors));
        }
    }

    private static void gatherHeaders(Faults faults, ContainerRequestContext request, Method operation) {
        SINGLE_HEADERS.stream()
                .filter(name ->
                        request.getHeaders().getOrDefault(name, List.of()).size() > 1)
                .forEach(name -> faults.add(RefusedException.badParameter(name, "must be given once")));
        if (request.getMethod().equals(HttpMethod.POST)) {
            faults.check(
                    () -> Parameters.idempotencyKey(request.getHeaderString(IdempotencyFilter.HEADER)),
                    IdempotencyFilter.HEADER);
        }
        if (operation.isAnnotationPresent(Watched.class)) {
            faults.check(() -> Parameters.lastEventId(request.getHeaderString(LAST_EVENT_ID)), LAST_EVENT_ID);
        }
    }
}
