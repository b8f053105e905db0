package dev.gangway.gateway.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a webhook's events are signed with.
 *
 * @param present the secret
 * @param former the one before it; null when there was none
 * @param formerUntil until when events are signed with the former one too; null without one
 */
public record WebhookSecrets(WebhookSecret present, WebhookSecret former, Instant formerUntil) {

    public WebhookSecrets {
        Objects.requireNonNull(present, "present");
        if ((former == null) != (formerUntil == null)) {
            throw new IllegalArgumentException("a former secret counts for a certain time");
        }
    }

    /** The first secret of a webhook. */
    public static WebhookSecrets of(WebhookSecret secret) {
        return new WebhookSecrets(secret, null, null);
    }

    /** These secrets when {@code secret} has taken the present one's place; nothing changes when it is the present one. */
    public WebhookSecrets replacedBy(WebhookSecret secret, Instant until) {
        return secret.equals(present) ? this : new WebhookSecrets(secret, present, until);
    }

    /** Those that an event is signed with at {@code now}, the present one first. */
    public List<WebhookSecret> at(Instant now) {
        return former != null && now.isBefore(formerUntil) ? List.of(present, former) : List.of(present);
    }
}
