package dev.gangway.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Puts a {@link HeadGuard} behind the HTTP/1 decoder of every connection that comes in. The framework answers what its decoder refuses
 * without a word, and has no place to change that; Netty has this one.
 */
public final class GuardedConnections extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addLast(new Installation());
    }

    /** Waits for the first bytes: before them it is not known which protocol they are of. */
    private static final class Installation extends ChannelInboundHandlerAdapter {

        private static final String ENCODER = "httpEncoder";

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
