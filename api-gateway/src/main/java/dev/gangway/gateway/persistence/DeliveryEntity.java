package dev.gangway.gateway.persistence;

import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.DeliveryState;
import dev.gangway.gateway.job.Notice;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code webhook_delivery}. */
@Entity
@Table(name = "webhook_delivery")
class DeliveryEntity {

    @Id
    UUID id;

    UUID webhook;
    UUID event;
    String type;
    String subject;
    String body;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    DeliveryState state;

    int attempts;
    int failures;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "last_status")
    Integer lastStatus;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ended_at")
    Instant endedAt;

    /** Takes the delivery from {@code now} until {@code until}, to send it once more. */
    Parcel claim(Webhook target, Instant now, Instant until) {
        attempts++;
        leaseUntil = until;
        return new Parcel(
                new DeliveryId(id),
                target.id(),
                target.url(),
                target.secrets().at(now),
                event,
                body,
                attempts,
                failures);
    }

    Delivery toDelivery() {
        return new Delivery(
                new DeliveryId(id),
                new WebhookId(webhook),
                new Notice(event, type, subject, body, createdAt),
                state,
                attempts,
                lastStatus,
                lastError,
                dueAt,
                endedAt);
    }
}
