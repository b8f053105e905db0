package dev.gangway.gateway.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies of a type that is none, and packed ones by the name of their encoding, before they would be taken for damaged ones. What is worth packing here comes in
 * archives and pictures, which are packed already; unpacking more would be work that a small body causes.
 */
class Encodings {

    private static final int FIRST = 1_000;
    private static final String NONE = "identity";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private final ProblemAnswers problems;

    Encodings(ProblemAnswers problems) {
        this.problems = problems;
    }

    /** Before a resource is looked for: where several take different types, that alone reads the type. */
    @ServerRequestFilter(priority = FIRST, preMatching = true)
    Optional<Response> check(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isReadable(type)) {
            return Optional.of(problems.of(Problems.ofStatus(415)));
        }
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase(NONE) || !hasBody(request)
                ? Optional.empty()
                : Optional.of(refused(encoding));
    }

    /** The framework reads the type only when somebody asks for it, and throws at whoever does. */
    private static boolean isReadable(String type) {
        try {
            return MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException noType) {
            return false;
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaderString(TRANSFER_ENCODING) != null;
    }

    private Response refused(String encoding) {
        Problem problem = Problem.of(
                415,
                "content-encoding-unsupported",
                "bodies with the Content-Encoding " + encoding + " are not read here: send it unpacked");
        return Response.fromResponse(problems.of(problem))
                .header(HttpHeaders.ACCEPT_ENCODING, NONE)
                .build();
    }
}
