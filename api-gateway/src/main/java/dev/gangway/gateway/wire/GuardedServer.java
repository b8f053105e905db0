package dev.gangway.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has the server's connections guarded, and tells what the guard found. */
@ApplicationScoped
public class GuardedServer implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        guard(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        guard(options);
    }

    private static void guard(HttpServerOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        // HTTP/2 goes around the guard, and around all that is measured by the connection: slow heads, bodies and
        // readers.
        options.setHttp2ClearTextEnabled(false).setUseAlpn(false);
    }

    /** What a request asks for, as it was written. */
    public String target(RoutingContext exchange) {
        String refused = exchange.request().getHeader(HeadGuard.TARGET);
        return refused == null ? exchange.request().uri() : refused;
    }

    /** What is wrong with the head of a request, if anything. */
    public Optional<HeadFault> fault(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader(HeadGuard.FAULT))
                .map(HeadFault::valueOf);
    }

    /** What is wrong with the way in which the body of a request came, if anything; known when the body has ended. */
    public Optional<HeadFault> bodyFault(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader(HeadGuard.BODY_FAULT))
                .map(HeadFault::valueOf);
    }
}
