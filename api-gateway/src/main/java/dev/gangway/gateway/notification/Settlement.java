package dev.gangway.gateway.notification;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.AttemptEnd;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.lifecycle.Doubling;
import dev.gangway.gateway.persistence.DeliveryRepository;
import dev.gangway.gateway.persistence.WebhookRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jboss.logging.Logger;

/** What becomes of a delivery when an attempt has come to something. */
@ApplicationScoped
class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final String GONE = "the receiver is gone";

    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final InstantSource clock;
    private final int attempts;
    private final Doubling delays;

    Settlement(DeliveryRepository deliveries, WebhookRepository webhooks, InstantSource clock, GatewayConfig config) {
        WebhookConfig settings = config.webhooks();
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.clock = clock;
        this.attempts = settings.attempts();
        this.delays = new Doubling(settings.firstDelay(), settings.longestDelay());
    }

    /** Notes the outcome, unless somebody else has the delivery by now. */
    @Transactional
    void settle(Parcel parcel, Outcome outcome) {
        if (outcome instanceof Outcome.Delivered delivered) {
            AttemptEnd end = AttemptEnd.delivered(parcel.failures(), delivered.status(), clock.instant());
            boolean unused = deliveries.settle(parcel, end);
        } else if (outcome instanceof Outcome.Gone gone) {
            disable(parcel, gone);
        } else if (outcome instanceof Outcome.Failed failed) {
            repeat(parcel, failed);
        }
    }

    /** The webhook is locked before its deliveries, as those do who claim them. */
    private void disable(Parcel parcel, Outcome.Gone gone) {
        Instant now = clock.instant();
        if (webhooks.disable(parcel.webhook(), now)) {
            LOG.warnf("webhook=%s is disabled: %s", parcel.webhook(), GONE);
        }
        boolean unused =
                deliveries.settle(parcel, AttemptEnd.exhausted(parcel.failures() + 1, gone.status(), GONE, now));
        deliveries.giveUp(parcel.webhook(), GONE, now);
    }

    private void repeat(Parcel parcel, Outcome.Failed failed) {
        Instant now = clock.instant();
        int failures = parcel.failures() + 1;
        if (failures < attempts) {
            Instant next = now.plus(delays.delay(failures, Objects.hash(parcel.id(), failures), failed.asked()));
            boolean unused =
                    deliveries.settle(parcel, AttemptEnd.repeated(failures, failed.status(), failed.error(), next));
        } else if (deliveries.settle(parcel, AttemptEnd.exhausted(failures, failed.status(), failed.error(), now))) {
            LOG.warnf(
                    "webhook=%s delivery=%s is given up after %d attempts: %s",
                    parcel.webhook(), parcel.id(), failures, failed.error());
        }
    }
}
