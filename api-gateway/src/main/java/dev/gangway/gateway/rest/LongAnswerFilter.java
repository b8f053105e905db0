package dev.gangway.gateway.rest;

import dev.gangway.gateway.intake.LongAnswers;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Counts those who read long answers. */
class LongAnswerFilter {

    private final LongAnswers answers;

    LongAnswerFilter(LongAnswers answers) {
        this.answers = answers;
    }

    @LongAnswer
    @ServerRequestFilter
    void begin(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        String address =
                exchange.unwrap(HttpServerRequest.class).remoteAddress().hostAddress();
        answers.begin(address);
        exchange.registerCompletionCallback(failure -> answers.end(address));
    }
}
