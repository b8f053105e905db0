package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.repetition.Answer;
import dev.gangway.gateway.repetition.KeyedRequest;
import dev.gangway.gateway.repetition.RequestKeys;
import dev.gangway.gateway.repetition.Reservation.Taken;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Does every {@code POST} under {@code /v1} that has an {@code Idempotency-Key} once, whatever it is. JSON and forms are
 * compared before anything is done. An archive is hashed while it is received; one that is sent again is received to its
 * end and compared, and reaches nobody. It waits for the database: what takes a {@code POST} has to be blocking, too.
 */
class IdempotencyFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class);
    private static final String WORK = IdempotencyFilter.class.getName();
    private static final int MOST_ANSWER_BYTES = 16 << 20;

    private final RequestKeys keys;

    IdempotencyFilter(RequestKeys keys) {
        this.keys = keys;
    }

    /** A request that is worked on, and where the digest of its body will come from. */
    private record Work(Taken taken, Supplier<String> digest) {}

    @ServerRequestFilter
    Optional<Response> begin(ContainerRequestContext request) throws IOException {
        if (!isKeyed(request) || FormParts.areIn(request)) {
            return Optional.empty();
        }
        return isJson(request) ? beginJson(request) : beginStream(request);
    }

    /** A form is read, its files into temporary ones, before anybody can ask for its parts. */
    @ServerRequestFilter
    @WithFormRead
    Optional<Response> beginForm(ResteasyReactiveContainerRequestContext request) {
        if (!isKeyed(request) || !FormParts.areIn(request)) {
            return Optional.empty();
        }
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return begin(request, Optional.of(BodyDigest.ofForm(exchange.getFormData())), () -> "");
    }

    private Optional<Response> beginJson(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return begin(request, Optional.of(BodyDigest.ofJson(body)), () -> "");
    }

    private Optional<Response> beginStream(ContainerRequestContext request) {
        DigestInputStream body = BodyDigest.listening(request.getEntityStream());
        request.setEntityStream(body);
        return begin(request, Optional.empty(), () -> BodyDigest.toEnd(body));
    }

    private Optional<Response> begin(ContainerRequestContext request, Optional<String> digest, Supplier<String> toEnd) {
        RequestKeys.Begun begun = keys.begin(keyed(request), digest, toEnd);
        begun.taken().ifPresent(taken -> request.setProperty(WORK, new Work(taken, () -> digest.orElseGet(toEnd))));
        return begun.answer().map(IdempotencyFilter::again);
    }

    private static Response again(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        return answer.body() == null
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body())
                        .build();
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(WORK) instanceof Work work) {
            request.removeProperty(WORK);
            end(work, response);
        }
    }

    /** What is done stays done even if it cannot be noted: then the reservation runs out, and a repetition is done again. */
    private void end(Work work, ContainerResponseContext response) {
        try {
            Optional<Answer> answer = answer(response);
            if (answer.isPresent()) {
                keys.keep(work.taken(), work.digest().get(), answer.get());
            } else {
                keys.free(work.taken());
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "what became of the request under the key %s is not noted",
                    work.taken().request().key());
        }
    }

    /** Only what was done is kept, and only what can be sent again. */
    private Optional<Answer> answer(ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                || !(entity == null || entity instanceof byte[])) {
            return Optional.empty();
        }
        // WrittenAnswers has turned values into bytes.
        byte[] body = (byte[]) entity;
        if (body != null && body.length > MOST_ANSWER_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new Answer(response.getStatus(), response.getHeaderString(HttpHeaders.LOCATION), body));
    }

    private static boolean isKeyed(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST)
                && request.getHeaderString(HEADER) != null
                && request.getUriInfo().getPath().startsWith("/v1/");
    }

    private static boolean isJson(ContainerRequestContext request) {
        return request.getMediaType() != null && request.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    private static KeyedRequest keyed(ContainerRequestContext request) {
        String key = Parameters.idempotencyKey(request.getHeaderString(HEADER)).orElseThrow();
        UriInfo address = request.getUriInfo();
        String target =
                request.getMethod() + " " + address.getPath() + " " + new TreeMap<>(address.getQueryParameters());
        return new KeyedRequest(TeamId.DEFAULT, key, target);
    }
}
