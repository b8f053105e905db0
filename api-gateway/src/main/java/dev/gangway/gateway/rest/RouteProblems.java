package dev.gangway.gateway.rest;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers with a problem what fails before it reaches a resource: unknown addresses, bodies and headers that are too large. */
@ApplicationScoped
class RouteProblems {

    private final ProblemMapper problems;

    RouteProblems(ProblemMapper problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        router.route().last().handler(exchange -> problems.answer(exchange, Problems.ofStatus(404)));
    }

    private void answer(RoutingContext exchange) {
        if (exchange.failure() == null && !exchange.response().headWritten()) {
            problems.answer(exchange, Problems.ofStatus(exchange.statusCode()));
        } else {
            exchange.next();
        }
    }
}
