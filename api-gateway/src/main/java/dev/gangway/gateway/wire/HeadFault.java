package dev.gangway.gateway.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;

/** Why an HTTP/1 request is refused by how it is written, whatever it asks for. */
public enum HeadFault {
    /** The request line does not fit. */
    ADDRESS_TOO_LONG(414, "address-too-long", "the address is longer than is taken here"),
    /** The headers do not fit. */
    HEADERS_TOO_LARGE(431, "headers-too-large", "the headers are larger than is taken here"),
    /** It is no HTTP. */
    MALFORMED(400, "request-malformed", "the request's line or headers are not well-formed HTTP/1.1"),
    /** It is another HTTP. */
    VERSION(400, "http-version-unsupported", "requests are taken in HTTP/1.1 and HTTP/1.0"),
    /** Nobody can tell where its body ends. */
    TRANSFER_ENCODING(
            400, "transfer-encoding-unsupported", "the only Transfer-Encoding that is read here is chunked, once"),
    /** A body in chunks, one of which is none. */
    CHUNK(400, "chunk-malformed", "the chunks of the body are not well-formed HTTP/1.1"),
    /** It expects what nobody here does. */
    EXPECTATION(417, "expectation-failed", "the only expectation that is met here is 100-continue"),
    /** Nobody can tell whom it is for. */
    HOST(400, "host-invalid", "one Host header with a name and perhaps a port is needed");

    private final int status;
    private final String code;
    private final String detail;

    HeadFault(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }

    /** The problem's code. */
    public String code() {
        return code;
    }

    /** The reason for a person. */
    public String detail() {
        return detail;
    }

    /** What is wrong with the head of a request as it was decoded, or nothing. */
    static Optional<HeadFault> of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(of(request.decoderResult().cause()));
        }
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return Optional.of(VERSION);
        }
        if (!hasPlainEnd(request)) {
            return Optional.of(TRANSFER_ENCODING);
        }
        if (!hasOneHost(request)) {
            return Optional.of(HOST);
        }
        return isMet(request.headers().get(HttpHeaderNames.EXPECT), version)
                ? Optional.empty()
                : Optional.of(EXPECTATION);
    }

    private static HeadFault of(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ADDRESS_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : MALFORMED;
    }

    /** What is wrong with a body in chunks. */
    static HeadFault ofBody(Throwable cause) {
        return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : CHUNK;
    }

    /** What only sounds like chunked would be taken for no body, and the body for the next request. */
    private static boolean hasPlainEnd(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return encodings.isEmpty()
                || (encodings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.get(0))
                        && request.protocolVersion().equals(HttpVersion.HTTP_1_1));
    }

    /** HTTP/1.0 expects nothing. */
    private static boolean isMet(String expectation, HttpVersion version) {
        return expectation == null
                || version.equals(HttpVersion.HTTP_1_0)
                || HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expectation);
    }

    private static boolean hasOneHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        return hosts.size() == 1 && !hosts.get(0).isBlank() && HostAndPort.parseAuthority(hosts.get(0), -1) != null;
    }
}
