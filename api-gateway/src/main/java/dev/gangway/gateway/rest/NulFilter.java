package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** Refuses the one character that no text in the database can hold, wherever an address has it. */
@Provider
class NulFilter implements ContainerRequestFilter {

    private static final String NUL = "\0";

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        if (address.getPath().contains(NUL)) {
            throw RefusedException.badParameter("path", "must not hold the character NUL");
        }
        address.getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.contains(NUL))) {
                throw RefusedException.badParameter(name, "must not hold the character NUL");
            }
        });
    }
}
