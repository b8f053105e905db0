package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookFilter;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.job.WebhookSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code webhook}. */
@Entity
@Table(name = "webhook")
class WebhookEntity {

    @Id
    UUID id;

    String team;
    String url;
    String secret;

    @JdbcTypeCode(SqlTypes.JSON)
    String filter;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "disabled_at")
    Instant disabledAt;

    static WebhookEntity of(Webhook webhook) {
        WebhookEntity row = new WebhookEntity();
        row.id = webhook.id().value();
        row.team = webhook.team().value();
        row.url = webhook.url();
        row.secret = webhook.secret().value();
        row.filter = StoredJson.write(webhook.filter());
        row.createdAt = webhook.createdAt();
        row.disabledAt = webhook.disabledAt();
        return row;
    }

    Webhook toWebhook() {
        return new Webhook(
                new WebhookId(id),
                new TeamId(team),
                url,
                new WebhookSecret(secret),
                StoredJson.read(filter, WebhookFilter.class),
                createdAt,
                disabledAt);
    }
}
