package dev.gangway.gateway.rest;

import dev.gangway.gateway.intake.LongWork;
import dev.gangway.gateway.intake.LongWork.Kind;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Counts what takes long, from when it is asked for until its answer is sent or nobody waits for it any more. */
class LongWorkFilter {

    private final LongWork work;

    LongWorkFilter(LongWork work) {
        this.work = work;
    }

    @LongAnswer
    @ServerRequestFilter
    void answer(ResteasyReactiveContainerRequestContext request) {
        begin(Kind.ANSWER, request);
    }

    @Unpacking
    @ServerRequestFilter
    void unpack(ResteasyReactiveContainerRequestContext request) {
        begin(Kind.ARCHIVE, request);
    }

    @Listing
    @ServerRequestFilter
    void list(ResteasyReactiveContainerRequestContext request) {
        begin(Kind.LISTING, request);
    }

    @ReadingRecords
    @ServerRequestFilter
    void read(ResteasyReactiveContainerRequestContext request) {
        begin(Kind.DEAD_LETTERS, request);
    }

    @LookingUp
    @ServerRequestFilter
    void lookUp(ResteasyReactiveContainerRequestContext request) {
        begin(Kind.WEBHOOK_CHANGE, request);
    }

    private void begin(Kind kind, ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext exchange = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        String address =
                exchange.unwrap(HttpServerRequest.class).remoteAddress().hostAddress();
        work.begin(kind, address);
        exchange.registerCompletionCallback(failure -> work.end(kind, address));
    }
}
