package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.wire.GuardedConnections;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only so many connections in at once, of one address and of all: each is memory and a file of this process, whether anything is
 * asked over it or not. The others are told so and closed, and nothing is read from them.
 */
@ApplicationScoped
public class Door {

    private static final String HEAD = """
            HTTP/1.1 503 Service Unavailable\r
            Content-Type: application/problem+json\r
            Retry-After: 5\r
            Connection: close\r
            Content-Length:\s""";

    private final Crowd connections;
    private final Counter refused;

    Door(
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean behindProxy,
            MeterRegistry meters) {
        BodyConfig bodies = config.bodies();
        // Whose connections a proxy passes on is known only when requests come over them.
        int perAddress = behindProxy ? bodies.connections() : bodies.connectionsPerAddress();
        this.connections = new Crowd("open connections", bodies.connections(), perAddress);
        this.refused = Counter.builder("gangway.connections.refused")
                .description("Connections that were one too many")
                .register(meters);
        Gauge.builder("gangway.connections", connections, Crowd::size)
                .description("Open connections of clients")
                .register(meters);
    }

    void open(@Observes StartupEvent started) {
        GuardedConnections.announceTo(this::admit);
    }

    void close(@Observes ShutdownEvent stopping) {
        GuardedConnections.announceToNobody();
    }

    private void admit(Channel connection) {
        String address = address(connection.remoteAddress());
        try {
            connections.enter(address);
            ChannelFuture unused = connection.closeFuture().addListener(closed -> connections.leave(address));
        } catch (RefusedException tooMany) {
            refused.increment();
            refuse(connection, tooMany.getMessage());
        }
    }

    private static String address(SocketAddress client) {
        return client instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : "";
    }

    private static void refuse(Channel connection, String detail) {
        String problem = "{\"type\":\"urn:gangway:problem:saturated\",\"title\":\"Saturated\",\"status\":503,"
                + "\"code\":\"saturated\",\"detail\":\"" + detail + "\"}";
        String answer = HEAD + problem.length() + "\r\n\r\n" + problem;
        connection.config().setAutoRead(false);
        ChannelFuture unused = connection
                .pipeline()
                .firstContext()
                .writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
