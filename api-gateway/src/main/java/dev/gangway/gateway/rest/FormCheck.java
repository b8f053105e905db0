package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Refuses forms with parts that an operation does not have, or cannot take as files, and names all of them. */
class FormCheck {

    /** Before whatever else looks at forms. */
    private static final int FIRST = 1_000;

    private final Map<Method, FormParts> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = FIRST)
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        if (form == null) {
            return;
        }
        FormParts parts = known.computeIfAbsent(resource.getResourceMethod(), FormParts::of);
        List<FieldError> errors = new ArrayList<>();
        form.forEach(name -> errors.addAll(parts.faults(name, form.get(name))));
        if (!errors.isEmpty()) {
            throw RefusedException.unprocessable("validation-failed", "some parts of the form cannot be taken", errors);
        }
    }
}
