package dev.gangway.gateway.notification;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.WebhookSecret;
import dev.gangway.gateway.job.WebhookSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Chooses secrets: those of receivers, or such as nobody can guess. */
@ApplicationScoped
class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    private final Duration formerCounts;

    Secrets(GatewayConfig config) {
        this.formerCounts = config.webhooks().formerSecretCounts();
    }

    /** The secret of a new webhook; made here when {@code wish} is null. */
    WebhookSecrets first(String wish) {
        return WebhookSecrets.of(chosen(wish));
    }

    /** {@code before} with another secret, made here when {@code wish} is null; the one until now counts for a while from {@code now}. */
    WebhookSecrets replaced(WebhookSecrets before, String wish, Instant now) {
        return before.replacedBy(chosen(wish), now.plus(formerCounts));
    }

    private WebhookSecret chosen(String wish) {
        return wish == null ? fresh() : new WebhookSecret(wish);
    }

    private WebhookSecret fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(
                "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
