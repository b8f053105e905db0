package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import dev.gangway.gateway.config.GatewayConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hangs up on connections that do not say what they want, and on those who do not read what they asked for. Each event loop looks at its own
 * connections: a request is only seen here when its head is whole, so that somebody has to look for heads that never are.
 */
@ApplicationScoped
public class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);
    private static final AttributeKey<Conversation> CONVERSATION = AttributeKey.valueOf(Conversation.class.getName());
    private static final int LOOKS_A_WINDOW = 4;

    private final BodyConfig config;
    private final InstantSource clock;
    private final List<Future<?>> looking = new ArrayList<>();

    Connections(GatewayConfig config, InstantSource clock) {
        this.config = config.bodies();
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        Duration pause = config.window().dividedBy(LOOKS_A_WINDOW);
        for (EventExecutor executor : ((VertxInternal) vertx).getEventLoopGroup()) {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
            looking.add(loop.scheduleWithFixedDelay(
                    () -> look(loop), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.forEach(look -> look.cancel(false));
    }

    /** A request's head is here; to be called on its event loop. */
    public void asked(HttpServerRequest request) {
        of(((ConnectionBase) request.connection()).channel()).asked(request, clock.instant());
    }

    private void look(SingleThreadEventLoop loop) {
        List<Channel> open = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(open::add);
        open.stream().filter(Connections::isClient).forEach(this::look);
    }

    /** Connections that this process opened have no server as their parent. */
    private static boolean isClient(Channel channel) {
        return channel instanceof SocketChannel && channel.parent() != null;
    }

    private void look(Channel channel) {
        Instant now = clock.instant();
        Conversation conversation = of(channel);
        if (conversation.isOverdue(channel, now)) {
            LOG.debugf("%s is hung up on: %s", channel.remoteAddress(), conversation);
            // Not through Vert.x, which first waits until everything written was read.
            ChannelFuture unused = channel.pipeline().firstContext().close();
        }
    }

    private Conversation of(Channel channel) {
        Conversation there = channel.attr(CONVERSATION).get();
        if (there == null) {
            there = new Conversation(config, clock.instant());
            channel.attr(CONVERSATION).set(there);
        }
        return there;
    }
}
