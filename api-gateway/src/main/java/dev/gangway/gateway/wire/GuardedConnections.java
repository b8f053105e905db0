package dev.gangway.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Consumer;

/**
 * Puts a {@link HeadGuard} behind the HTTP/1 decoder of every connection that comes in. The framework answers what its decoder refuses
 * without a word, and has no place to change that; Netty has this one.
 */
public final class GuardedConnections extends ChannelInitializerExtension {

    /**
     * Where it is written whom to tell. Netty makes this extension itself, and may do so from a class that it has loaded beside the
     * service's own, as in tests: then nothing static is the same, and only the JVM's properties are.
     */
    private static final String DOORKEEPER = GuardedConnections.class.getName() + ".doorkeeper";

    /** Has {@code doorkeeper} told of every connection that comes in from now on, on its event loop, before anything is read from it. */
    public static void announceTo(Consumer<Channel> doorkeeper) {
        Object unused = System.getProperties().put(DOORKEEPER, doorkeeper);
    }

    /** Nobody is told any more. */
    public static void announceToNobody() {
        Object unused = System.getProperties().remove(DOORKEEPER);
    }

    @SuppressWarnings("unchecked") // Nobody else writes there.
    private static void announce(Channel connection) {
        Object doorkeeper = System.getProperties().get(DOORKEEPER);
        if (doorkeeper != null) {
            ((Consumer<Channel>) doorkeeper).accept(connection);
        }
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addLast(new Installation());
    }

    /** Waits for the first bytes: before them it is not known which protocol they are of. */
    private static final class Installation extends ChannelInboundHandlerAdapter {

        private static final String ENCODER = "httpEncoder";

        @Override
        public void channelActive(ChannelHandlerContext context) {
            announce(context.channel());
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (context.pipeline().get(ENCODER) != null) {
                context.pipeline().addAfter(ENCODER, "headGuard", new HeadGuard());
                context.pipeline().remove(this);
            }
            context.fireChannelRead(message);
        }
    }
}
