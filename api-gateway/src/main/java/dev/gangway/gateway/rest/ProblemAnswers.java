package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.gateway.job.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Writes problems as answers, within resources and outside of them, and counts them. */
@ApplicationScoped
class ProblemAnswers {

    private final ObjectMapper json;
    private final MeterRegistry meters;

    ProblemAnswers(ObjectMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    Response of(Problem problem) {
        count(problem);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(write(problem))
                .build();
    }

    /** A problem that may be over {@code after} a while. */
    Response of(Problem problem, Duration after) {
        return Response.fromResponse(of(problem))
                .header(HttpHeaders.RETRY_AFTER, after.toSeconds())
                .build();
    }

    Response of(RefusedException refused) {
        return refused.retryAfter()
                .map(after -> of(Problems.of(refused), after))
                .orElseGet(() -> of(Problems.of(refused)));
    }

    /** Answers what is refused before a resource is found. */
    void answer(RoutingContext exchange, RefusedException refused) {
        answer(exchange, of(refused));
    }

    /** Answers what fails before a resource is found or outside of one. */
    void answer(RoutingContext exchange, Problem problem) {
        answer(exchange, of(problem));
    }

    static void answer(RoutingContext exchange, Response problem) {
        problem.getStringHeaders().forEach((name, values) -> exchange.response().putHeader(name, values));
        exchange.response().setStatusCode(problem.getStatus()).end((String) problem.getEntity());
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
