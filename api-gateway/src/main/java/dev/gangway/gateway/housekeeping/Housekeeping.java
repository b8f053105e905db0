package dev.gangway.gateway.housekeeping;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.persistence.DeliveryRepository;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Drops what nobody will ask for any more. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final IdempotencyKeyRepository keys;
    private final NewsRepository news;
    private final DeliveryRepository deliveries;
    private final InstantSource clock;
    private final GatewayConfig config;

    Housekeeping(
            IdempotencyKeyRepository keys,
            NewsRepository news,
            DeliveryRepository deliveries,
            InstantSource clock,
            GatewayConfig config) {
        this.keys = keys;
        this.news = news;
        this.deliveries = deliveries;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        periodic.repeat(
                "housekeeping", PAUSE, () -> QuarkusTransaction.requiringNew().run(this::tidy));
        periodic.repeat("webhook-housekeeping", PAUSE, () -> QuarkusTransaction.requiringNew()
                .run(this::tidyDeliveries));
    }

    private void tidy() {
        Instant now = clock.instant();
        long oldKeys = keys.deleteOlderThan(now.minus(config.idempotency().keep()));
        long oldNews = news.deleteOfJobsEndedBefore(now.minus(config.events().keepAfterEnd()));
        if (oldKeys + oldNews > 0) {
            LOG.infof("dropped %d idempotency keys and %d events", oldKeys, oldNews);
        }
    }

    private void tidyDeliveries() {
        long old = deliveries.deleteEndedBefore(
                clock.instant().minus(config.webhooks().keep()));
        if (old > 0) {
            LOG.infof("dropped %d deliveries to webhooks", old);
        }
    }
}
