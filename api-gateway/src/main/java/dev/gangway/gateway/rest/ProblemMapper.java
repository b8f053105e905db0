package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.StoreRefusedException;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.gateway.deadletter.BrokerUnavailableException;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.repetition.RequestInProgressException;
import dev.gangway.ledger.outage.Outages;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every error with a problem, and counts it. */
@ApplicationScoped
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** What proxies log when a client has left; never sent. */
    private static final int CLIENT_LEFT = 499;

    private static final String RETRY_AFTER = "Retry-After";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Operations operations;

    ProblemMapper(ObjectMapper json, MeterRegistry meters, Operations operations) {
        this.operations = operations;
        this.json = json;
        this.meters = meters;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        Response answer = answer(Problems.of(refused));
        return refused.retryAfter()
                .map(after -> Response.fromResponse(answer)
                        .header(RETRY_AFTER, after.toSeconds())
                        .build())
                .orElse(answer);
    }

    /** What Bean Validation finds in a request. */
    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return answer(Problems.of(invalid));
    }

    /** What Jackson cannot read. */
    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        // Reading stopped for a reason that is not the JSON's, such as its length.
        return unreadable.getCause() instanceof RefusedException refused
                ? refused(refused)
                : answer(Problems.of(unreadable));
    }

    /** What Jackson cannot read although it is JSON; the framework has a mapper of its own for these. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    /** What the framework refuses. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (refused.getCause() instanceof RefusedException inner) {
            return refused(inner);
        }
        return answer(Problems.of(refused));
    }

    /** What the resource does not take, with what it does. */
    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refused, UriInfo address) {
        return notAllowed(operations.allowed(address.getPath()));
    }

    /** The framework does not see that a path that ends in an expression takes other methods. */
    @ServerExceptionMapper
    Response notFound(NotFoundException refused, ContainerRequestContext request) {
        Set<String> allowed = operations.allowed(request.getUriInfo().getPath());
        return allowed.isEmpty() || allowed.contains(request.getMethod())
                ? answer(Problems.of(refused))
                : notAllowed(allowed);
    }

    private Response notAllowed(Set<String> methods) {
        return Response.fromResponse(answer(Problems.ofStatus(405)))
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    /** A stream that has told everything: an event source then stops asking. */
    @ServerExceptionMapper
    Response streamEnded(StreamEndedException ended) {
        return Response.noContent().build();
    }

    /** The store is away. */
    @ServerExceptionMapper
    Response storeUnavailable(StoreUnavailableException outage) {
        return unavailable("store-unavailable", "the store", outage);
    }

    /** The store answers, and does not do it: asking again does not help before its operator has looked. */
    @ServerExceptionMapper
    Response storeRefused(StoreRefusedException refusal) {
        LOG.errorf("a request failed: %s", refusal.getMessage());
        return answer(Problem.of(500, "store-refused", "the store refuses this; the service's log says why"));
    }

    /** The broker is away. */
    @ServerExceptionMapper
    Response brokerUnavailable(BrokerUnavailableException outage) {
        return unavailable("broker-unavailable", "the broker", outage);
    }

    /** The same request is being worked on. */
    @ServerExceptionMapper
    Response inProgress(RequestInProgressException inProgress) {
        return Response.fromResponse(answer(Problem.of(409, "request-in-progress", inProgress.getMessage())))
                .header(RETRY_AFTER, inProgress.retryAfter().toSeconds())
                .build();
    }

    /** What lies in the store is not what was written there. */
    @ServerExceptionMapper
    Response corrupt(ContentMismatchException damage) {
        return damaged(damage);
    }

    /** Likewise what lies there of a dataset. */
    @ServerExceptionMapper
    Response corrupt(DatasetMismatchException damage) {
        return damaged(damage);
    }

    private Response damaged(RuntimeException damage) {
        LOG.errorf("a request failed: %s", damage.getMessage());
        return answer(Problem.of(409, "damaged", damage.getMessage()));
    }

    /** A constraint that cannot be checked is a mistake in here. */
    @ServerExceptionMapper
    Response uncheckable(ValidationException mistake) {
        return broken(mistake);
    }

    /** An answer that cannot be written is a mistake in here, whatever was asked. */
    Response unwritable(JsonProcessingException mistake) {
        LOG.error("an answer cannot be written", mistake);
        return answer(Problems.INTERNAL);
    }

    /** Also what happens because the client has left: nobody reads the answer then, and nobody has to look into it. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext exchange) {
        if (exchange.response().closed()) {
            LOG.debugf(
                    "%s %s: the client has left: %s",
                    exchange.request().method(), exchange.request().path(), failure);
            return Response.status(CLIENT_LEFT).build();
        }
        return Outages.cause(failure).map(cause -> ofDatabase(cause, failure)).orElseGet(() -> broken(failure));
    }

    private Response ofDatabase(Outages.Cause cause, Throwable failure) {
        return switch (cause) {
            case AWAY -> unavailable("database-unavailable", "the database", failure);
            case SATURATED -> {
                LOG.warnf("a request found no connection to the database: %s", failure.getMessage());
                yield refused(RefusedException.saturated("too much is asked for at once; try again in a moment", SOON));
            }
            case CONTENTION ->
                refused(RefusedException.busy("somebody else is changing the same; try again in a moment", AT_ONCE));
        };
    }

    private Response broken(Throwable failure) {
        LOG.error("a request failed", failure);
        return answer(Problems.INTERNAL);
    }

    /** Answers what broke outside of a resource. */
    void answer(RoutingContext exchange, Throwable failure) {
        Response problem = unexpected(failure, exchange);
        if (problem.getStatus() == CLIENT_LEFT) {
            return;
        }
        problem.getStringHeaders().forEach((name, values) -> exchange.response().putHeader(name, values));
        exchange.response().setStatusCode(problem.getStatus()).end((String) problem.getEntity());
    }

    /** Answers what is refused before a resource is found. */
    void answer(RoutingContext exchange, RefusedException refused) {
        refused.retryAfter()
                .ifPresent(after -> exchange.response().putHeader(RETRY_AFTER, Long.toString(after.toSeconds())));
        answer(exchange, Problems.of(refused));
    }

    /** Answers what fails before a resource is found or outside of one. */
    void answer(RoutingContext exchange, Problem problem) {
        count(problem);
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(write(problem));
    }

    Response answer(Problem problem) {
        count(problem);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(write(problem))
                .build();
    }

    private Response unavailable(String code, String what, Throwable outage) {
        LOG.warnf("a request failed: %s is away: %s", what, outage.getMessage());
        return Response.fromResponse(answer(Problem.of(503, code, what + " is not available; try again later")))
                .header(RETRY_AFTER, SOON.toSeconds())
                .build();
    }

    private void count(Problem problem) {
        meters.counter("gangway.problems", "code", problem.code(), "status", Integer.toString(problem.status()))
                .increment();
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a problem cannot be written", e);
        }
    }
}
