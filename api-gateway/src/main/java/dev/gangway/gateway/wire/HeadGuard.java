package dev.gangway.gateway.wire;

import dev.gangway.gateway.text.RequestAddress;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Puts a request that says what is wrong in the place of one that is not well-formed, so that it is answered in its turn and with a
 * problem like any other; nothing behind it on the connection is read. On the way back it sees to it that every 503 says when to
 * come again, whoever made it.
 */
final class HeadGuard extends ChannelDuplexHandler {

    /** The header that says what is wrong; nobody else can set it. */
    static final String FAULT = "gangway-head-fault";

    /** The header that holds an address that is refused; nobody else can set it. */
    static final String TARGET = "gangway-refused-target";

    private static final int RETRY_AFTER_SECONDS = 5;

    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            request.headers().remove(FAULT).remove(TARGET);
            moveDoubtfulAddress(request);
            HeadFault.of(request)
                    .ifPresentOrElse(fault -> refuse(context, request, fault), () -> context.fireChannelRead(request));
        } else {
            context.fireChannelRead(message);
        }
    }

    /** The router itself stumbles over some of them, and answers those without a word. */
    private static void moveDoubtfulAddress(HttpRequest request) {
        try {
            RequestAddress.parse(request.uri());
        } catch (RequestAddress.Malformed malformed) {
            request.headers().set(TARGET, request.uri());
            request.setUri("/");
        }
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request, HeadFault fault) {
        refused = true;
        ReferenceCountUtil.release(request);
        DefaultHttpRequest instead = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        instead.headers()
                .set(FAULT, fault.name())
                .set(HttpHeaderNames.HOST, "localhost")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.fireChannelRead(instead);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response
                && response.status().equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            HttpHeaders headers = response.headers();
            if (!headers.contains(HttpHeaderNames.RETRY_AFTER)) {
                headers.set(HttpHeaderNames.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
            }
        }
        super.write(context, message, promise);
    }
}
