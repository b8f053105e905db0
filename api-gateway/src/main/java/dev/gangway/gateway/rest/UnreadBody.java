package dev.gangway.gateway.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The body of a request that is refused before it has been received. */
final class UnreadBody {

    private static final long LINGER_MILLIS = 2_000;

    private UnreadBody() {}

    /** Says in an answer that nothing more is taken on this connection, unless the request is complete. */
    static void announceEnd(RoutingContext exchange) {
        if (!exchange.request().isEnded()) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** What still arrives is dropped for a moment: closing at once would take the answer from under a client who is sending. */
    static void drop(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(dropped -> {}).endHandler(ended -> {}).resume();
        exchange.vertx().setTimer(LINGER_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
