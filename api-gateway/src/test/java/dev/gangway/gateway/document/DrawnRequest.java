package dev.gangway.gateway.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.gateway.document.ApiDocument.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that is about to be sent.
 *
 * @param operation what it is meant for
 * @param meant whether it does as the document says in everything
 * @param method in capitals
 * @param target path and query, encoded
 * @param headers by name
 * @param body empty when there is none
 */
record DrawnRequest(
        Operation operation, boolean meant, String method, String target, Map<String, String> headers, byte[] body) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    DrawnRequest {
        headers = new TreeMap<>(headers);
    }

    HttpRequest to(URI server) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + target))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** The request for a shell, as far as its body is text. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("curl -i -X " + method);
        headers.forEach((name, value) -> line.append(" -H '" + name + ": " + value + "'"));
        if (body.length > 0) {
            line.append(" --data-binary $'" + shown() + "'");
        }
        return line + " $server'" + target + "'";
    }

    private String shown() {
        String text = new String(body, 0, Math.min(body.length, 600), UTF_8);
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(letter -> {
            if (letter == '\'' || letter == '\\') {
                shown.append('\\').append((char) letter);
            } else if (letter < ' ' || letter > '~') {
                shown.append("\\u%04x".formatted(letter));
            } else {
                shown.append((char) letter);
            }
        });
        return shown + (body.length > 600 ? "..." : "");
    }
}
