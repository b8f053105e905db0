package dev.gangway.gateway.rest;

import dev.gangway.gateway.intake.ReceivedBody;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Gives resources the bodies that have been received, and gives these back when the answer is sent. */
class BodyFilter {

    @ServerRequestFilter(preMatching = true)
    void hand(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        BodyRoute.take(exchange.unwrap(RoutingContext.class)).ifPresent(body -> hand(body, request, exchange));
    }

    private static void hand(
            ReceivedBody body,
            ResteasyReactiveContainerRequestContext request,
            ResteasyReactiveRequestContext exchange) {
        exchange.registerCompletionCallback(failure -> body.close());
        ReceivedArchiveReader.keep(body, exchange);
        request.setEntityStream(body.open());
    }
}
