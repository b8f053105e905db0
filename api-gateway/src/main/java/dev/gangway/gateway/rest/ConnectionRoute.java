package dev.gangway.gateway.rest;

import dev.gangway.gateway.intake.Connections;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells of every request, whatever becomes of it, that its connection said what it wants. */
@ApplicationScoped
class ConnectionRoute {

    private static final int FIRST = Integer.MIN_VALUE;

    private final Connections connections;

    ConnectionRoute(Connections connections) {
        this.connections = connections;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(exchange -> {
            connections.asked(exchange.request());
            exchange.next();
        });
    }
}
