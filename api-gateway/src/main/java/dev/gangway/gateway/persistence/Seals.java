package dev.gangway.gateway.persistence;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Seals webhooks' secrets for the database, as {@code <key's id>.<base64>}: whoever reads the rows alone can sign nothing. */
@ApplicationScoped
class Seals {

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
        SealingKey key = known(webhook, sealed.substring(0, Math.max(dot, 0)));
        try {
            byte[] secret = key.open(webhook.toString(), Base64.getDecoder().decode(sealed.substring(dot + 1)));
            return new WebhookSecret(new String(secret, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the secret of webhook " + webhook + " was changed in the database", e);
        }
    }

    private SealingKey known(UUID webhook, String id) {
        return known.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the secret of webhook " + webhook + " is sealed under the key "
                                + id + ", which is not known here: add it to GANGWAY_WEBHOOKS_OLDER_KEYS"));
    }
}
