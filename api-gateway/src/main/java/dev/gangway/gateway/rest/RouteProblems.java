package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.text.RequestAddress;
import dev.gangway.gateway.wire.GuardedServer;
import dev.gangway.gateway.wire.HeadFault;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Stands before and behind all routes: refuses doubtful addresses before anything looks at them, and answers with a problem what
 * fails before it reaches a resource. Every 503 says when to ask again.
 */
@ApplicationScoped
class RouteProblems {

    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String SOON_SECONDS = "5";

    private final ProblemAnswers problems;
    private final FailureMapper failures;
    private final GuardedServer server;

    RouteProblems(ProblemAnswers problems, FailureMapper failures, GuardedServer server) {
        this.problems = problems;
        this.failures = failures;
        this.server = server;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit).failureHandler(this::answer);
        // What no route can be looked for under: the failing address fails the failure handlers' search as well.
        router.errorHandler(400, this::answer);
        router.route().last().handler(exchange -> problems.answer(exchange, Problems.ofStatus(404)));
    }

    private void admit(RoutingContext exchange) {
        exchange.addHeadersEndHandler(written -> sayWhenToAskAgain(exchange.response()));
        refusal(exchange).ifPresentOrElse(problem -> refuse(exchange, problem), exchange::next);
    }

    /** Whoever answers, health checks and the framework included. */
    private static void sayWhenToAskAgain(HttpServerResponse response) {
        if (response.getStatusCode() == UNAVAILABLE && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
        }
    }

    private void refuse(RoutingContext exchange, Problem problem) {
        UnreadBody.announceEnd(exchange);
        problems.answer(exchange, problem);
        UnreadBody.drop(exchange);
    }

    private Optional<Problem> refusal(RoutingContext exchange) {
        Optional<HeadFault> fault = server.fault(exchange);
        if (fault.isPresent()) {
            return fault.map(Problems::of);
        }
        try {
            RequestAddress.parse(server.target(exchange));
            return Optional.empty();
        } catch (RequestAddress.Malformed malformed) {
            return Optional.of(Problems.of(RefusedException.badParameter(malformed.where(), malformed.getMessage())));
        }
    }

    /** Some addresses fail in the router itself, before the first route. */
    private void answer(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            exchange.next();
        } else if (exchange.statusCode() >= SERVER_ERROR && exchange.failure() != null) {
            failures.answer(exchange, exchange.failure());
        } else {
            problems.answer(exchange, refusal(exchange).orElse(Problems.ofStatus(exchange.statusCode())));
        }
    }
}
