package dev.gangway.gateway.notification;

import dev.gangway.gateway.job.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a receiver that an event comes from here, and when it was sent. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of {@code Gangway-Signature} under several secrets, separated by commas. */
    static String of(List<WebhookSecret> secrets, long seconds, byte[] body) {
        return secrets.stream().map(secret -> of(secret, seconds, body)).collect(Collectors.joining(","));
    }

    /** A signature: HMAC-SHA256 over {@code <seconds>.<body>} in hexadecimal digits. */
    static String of(WebhookSecret secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
