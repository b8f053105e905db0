package dev.gangway.gateway.job;

import dev.gangway.contracts.job.TeamId;
import java.time.Instant;
import java.util.Objects;

/**
 * An address that is told what becomes of a team's jobs.
 *
 * @param id the webhook
 * @param team whose it is
 * @param url where events are sent
 * @param secrets what they are signed with
 * @param filter which they are
 * @param createdAt when it was made
 * @param disabledAt since when it is switched off, by its receiver (410) or its team; null while events are sent
 */
public record Webhook(
        WebhookId id,
        TeamId team,
        String url,
        WebhookSecrets secrets,
        WebhookFilter filter,
        Instant createdAt,
        Instant disabledAt) {

    public Webhook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Whether events are sent to it. */
    public boolean enabled() {
        return disabledAt == null;
    }
}
