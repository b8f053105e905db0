package dev.gangway.gateway.persistence;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Seals for the database what must not be read from its rows, or from a backup of them, alone: webhooks' secrets, as
 * {@code <key's id>.<base64>}, and answers that are kept, in which such secrets and signed addresses stand.
 */
@ApplicationScoped
public class Seals {

    private static final char DOT = '.';

    private final SealingKey present;
    private final List<SealingKey> known;

    Seals(GatewayConfig config) {
        WebhookConfig webhooks = config.webhooks();
        this.present = SealingKey.of(webhooks.key());
        this.known = Stream.concat(
                        Stream.of(present),
                        webhooks.olderKeys().orElse(List.of()).stream().map(SealingKey::of))
                .toList();
    }

    /** What is sealed under the present key begins with this. */
    String mark() {
        return present.id() + DOT;
    }

    /** Seals a webhook's secret under the present key. */
    String seal(UUID webhook, WebhookSecret secret) {
        try {
            byte[] sealed = present.seal(webhook.toString(), secret.value().getBytes(StandardCharsets.US_ASCII));
            return mark() + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /**
     * Opens a webhook's secret.
     *
     * @throws IllegalStateException when its key is not known here, or it is not what was sealed for this webhook
     */
    WebhookSecret open(UUID webhook, String sealed) {
        int dot = sealed.indexOf(DOT);
        SealingKey key = known("webhook " + webhook, sealed.substring(0, Math.max(dot, 0)));
        try {
            byte[] secret = key.open(webhook.toString(), Base64.getDecoder().decode(sealed.substring(dot + 1)));
            return new WebhookSecret(new String(secret, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw changed("webhook " + webhook, e);
        }
    }

    /** Seals {@code content} under the present key, as {@code <key's id>.<bytes>}; it opens for the same {@code owner} alone. */
    public byte[] seal(String owner, byte[] content) {
        try {
            byte[] mark = mark().getBytes(StandardCharsets.US_ASCII);
            byte[] sealed = present.seal(owner, content);
            return ByteBuffer.allocate(mark.length + sealed.length)
                    .put(mark)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal(String, byte[])} gave.
     *
     * @throws IllegalStateException when its key is not known here, or it is not what was sealed for this owner
     */
    public byte[] open(String owner, byte[] sealed) {
        int mark = mark().length();
        if (sealed.length < mark) {
            throw changed(owner, null);
        }
        SealingKey key = known(owner, new String(sealed, 0, mark - 1, StandardCharsets.US_ASCII));
        try {
            return key.open(owner, Arrays.copyOfRange(sealed, mark, sealed.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw changed(owner, e);
        }
    }

    private SealingKey known(String owner, String id) {
        return known.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("what is sealed for " + owner + " is under the key " + id
                        + ", which is not known here: add it to GANGWAY_WEBHOOKS_OLDER_KEYS"));
    }

    private static IllegalStateException changed(String owner, Exception cause) {
        return new IllegalStateException("what is sealed for " + owner + " was changed in the database", cause);
    }
}
