package dev.gangway.gateway.notification;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.persistence.DeliveryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** What was sent to a team's webhooks, and what is sent by wish. */
@ApplicationScoped
public class Deliveries {

    private final Webhooks webhooks;
    private final DeliveryRepository deliveries;
    private final Notices notices;
    private final InstantSource clock;

    Deliveries(Webhooks webhooks, DeliveryRepository deliveries, Notices notices, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.notices = notices;
        this.clock = clock;
    }

    /** The deliveries to a webhook, newest first; refused when there is no such webhook. */
    @Transactional
    public Page<Delivery> page(TeamId team, WebhookId webhook, Slice slice) {
        return deliveries.page(webhooks.find(team, webhook).id(), slice);
    }

    /** A delivery to a webhook; refused when there is no such. */
    @Transactional
    public Delivery find(TeamId team, WebhookId webhook, DeliveryId id) {
        return find(webhooks.find(team, webhook), id);
    }

    /** Sends an event that tells nothing; refused when there is no such webhook, or it is disabled. */
    @Transactional
    public Delivery ping(TeamId team, WebhookId id) {
        Webhook webhook = enabled(team, id);
        DeliveryId delivery = DeliveryId.random();
        deliveries.insert(delivery, webhook.id(), notices.ping(webhook, clock.instant()));
        return find(webhook, delivery);
    }

    /** Sends an event once more, with all attempts; refused when there is no such, or the webhook is disabled. */
    @Transactional
    public Delivery repeat(TeamId team, WebhookId id, DeliveryId delivery) {
        Webhook webhook = enabled(team, id);
        deliveries.restart(webhook.id(), delivery, clock.instant());
        return find(webhook, delivery);
    }

    private Webhook enabled(TeamId team, WebhookId id) {
        Webhook webhook = webhooks.find(team, id);
        if (!webhook.enabled()) {
            throw RefusedException.conflict(
                    "webhook-disabled", "webhook " + id + " is switched off; PATCH it with {\"enabled\": true} first");
        }
        return webhook;
    }

    private Delivery find(Webhook webhook, DeliveryId id) {
        return deliveries
                .find(webhook.id(), id)
                .orElseThrow(() -> RefusedException.notFound("unknown-delivery", "there is no such delivery: " + id));
    }
}
