package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookFilter;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.job.WebhookSecret;
import dev.gangway.gateway.job.WebhookSecrets;
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

    /** From before secrets were sealed; null since. */
    String secret;

    @Column(name = "sealed_secret")
    String sealedSecret;

    @Column(name = "former_secret")
    String formerSecret;

    @Column(name = "former_until")
    Instant formerUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    String filter;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "disabled_at")
    Instant disabledAt;

    static WebhookEntity of(Webhook webhook, Seals seals) {
        WebhookEntity row = new WebhookEntity();
        row.id = webhook.id().value();
        row.team = webhook.team().value();
        row.createdAt = webhook.createdAt();
        row.change(webhook, seals);
        return row;
    }

    /** Takes over what can change. */
    void change(Webhook webhook, Seals seals) {
        url = webhook.url();
        filter = StoredJson.write(webhook.filter());
        disabledAt = webhook.disabledAt();
        seal(webhook.secrets(), seals);
    }

    /** Keeps {@code secrets}, under the present key. */
    void seal(WebhookSecrets secrets, Seals seals) {
        secret = null;
        sealedSecret = seals.seal(id, secrets.present());
        formerSecret = secrets.former() == null ? null : seals.seal(id, secrets.former());
        formerUntil = secrets.formerUntil();
    }

    WebhookSecrets secrets(Seals seals) {
        return new WebhookSecrets(
                secret == null ? seals.open(id, sealedSecret) : new WebhookSecret(secret),
                formerSecret == null ? null : seals.open(id, formerSecret),
                formerUntil);
    }

    Webhook toWebhook(Seals seals) {
        return new Webhook(
                new WebhookId(id),
                new TeamId(team),
                url,
                secrets(seals),
                StoredJson.read(filter, WebhookFilter.class),
                createdAt,
                disabledAt);
    }
}
