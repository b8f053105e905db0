package dev.gangway.gateway.notification;

import dev.gangway.gateway.job.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess. */
@ApplicationScoped
class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    WebhookSecret fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(
                "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
