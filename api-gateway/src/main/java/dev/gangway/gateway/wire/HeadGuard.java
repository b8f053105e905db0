package dev.gangway.gateway.wire;

import dev.gangway.gateway.text.RequestAddress;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Puts a request that says what is wrong in the place of one that is not well-formed, and an end in the place of what is no chunk of a
 * body, so that both are answered in their turn and with a problem like any other; nothing behind it on the connection is read. Nor is
 * anything behind a body in chunks: who measured that body otherwise on its way here may have taken what follows for a part of it. On the
 * way back it sees to it that every 503 says when to come again, whoever made it.
 */
final class HeadGuard extends ChannelDuplexHandler {

    /** The header that says what is wrong; nobody else can set it. */
    static final String FAULT = "gangway-head-fault";

    /** The header that says what is wrong with the body, once that is known; nobody else can set it. */
    static final String BODY_FAULT = "gangway-body-fault";

    /** The header that holds an address that is refused; nobody else can set it. */
    static final String TARGET = "gangway-refused-target";

    private static final int RETRY_AFTER_SECONDS = 5;

    private HttpRequest latest;
    private boolean over;
    private int unanswered;
    private ChannelPromise answered;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            begin(context, request);
        } else if (message instanceof HttpContent content) {
            goOn(context, content);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        latest = request;
        unanswered++;
        answered = null;
        request.headers().remove(FAULT).remove(BODY_FAULT).remove(TARGET);
        moveDoubtfulAddress(request);
        HeadFault.of(request)
                .ifPresentOrElse(fault -> refuse(context, request, fault), () -> context.fireChannelRead(request));
    }

    private void goOn(ChannelHandlerContext context, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            over = true;
            HeadFault fault = HeadFault.ofBody(content.decoderResult().cause());
            latest.headers().set(BODY_FAULT, fault.name());
            content.release();
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            over = content instanceof LastHttpContent && HttpUtil.isTransferEncodingChunked(latest);
            context.fireChannelRead(content);
        }
        closeWhenAnswered();
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
        over = true;
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
        if (message instanceof HttpResponse response) {
            finish(response);
        }
        if (unanswered == 0 && message instanceof LastHttpContent) {
            answered = promise.unvoid();
            super.write(context, message, answered);
            closeWhenAnswered();
        } else {
            super.write(context, message, promise);
        }
    }

    private void closeWhenAnswered() {
        if (over && answered != null) {
            ChannelPromise unused = answered.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void finish(HttpResponse response) {
        HttpHeaders headers = response.headers();
        if (response.status().equals(HttpResponseStatus.SERVICE_UNAVAILABLE)
                && !headers.contains(HttpHeaderNames.RETRY_AFTER)) {
            headers.set(HttpHeaderNames.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
        }
        if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            unanswered--;
        }
        if (unanswered == 0 && (over || HttpUtil.isTransferEncodingChunked(latest))) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }
}
