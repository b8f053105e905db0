package dev.gangway.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has the server's connections guarded, and tells what the guard found. */
@ApplicationScoped
public class GuardedServer implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        // HTTP/2 over plain TCP goes around proxies that judge requests, and around the guard; over TLS it is a proxy's
        // business.
        options.setHttp2ClearTextEnabled(false);
    }

    /** What a request asks for, as it was written. */
    public String target(RoutingContext exchange) {
        String refused = guarded(exchange, HeadGuard.TARGET);
        return refused == null ? exchange.request().uri() : refused;
    }

    /** What is wrong with the head of a request, if anything. */
    public Optional<HeadFault> fault(RoutingContext exchange) {
        return Optional.ofNullable(guarded(exchange, HeadGuard.FAULT)).map(HeadFault::valueOf);
    }

    /** Other protocols have no guard that takes such a header away. */
    private static String guarded(RoutingContext exchange, String header) {
        return exchange.request().version() == HttpVersion.HTTP_2
                ? null
                : exchange.request().getHeader(header);
    }
}
