package dev.gangway.gateway.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses packed bodies by the name of their encoding, before they would be taken for damaged ones. What is worth packing here comes in
 * archives and pictures, which are packed already; unpacking more would be work that a small body causes.
 */
class Encodings {

    private static final int FIRST = 1_000;
    private static final String NONE = "identity";

    private final ProblemMapper problems;

    Encodings(ProblemMapper problems) {
        this.problems = problems;
    }

    @ServerRequestFilter(priority = FIRST)
    Optional<Response> check(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(refused(encoding));
    }

    private Response refused(String encoding) {
        Problem problem = Problem.of(
                415,
                "content-encoding-unsupported",
                "bodies with the Content-Encoding " + encoding + " are not read here: send it unpacked");
        return Response.fromResponse(problems.answer(problem))
                .header(HttpHeaders.ACCEPT_ENCODING, NONE)
                .build();
    }
}
