package dev.gangway.gateway.housekeeping;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.persistence.DeliveryRepository;
import dev.gangway.gateway.persistence.IdempotencyKeyRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import dev.gangway.gateway.persistence.PictureUse;
import dev.gangway.gateway.persistence.ReplayRepository;
import dev.gangway.gateway.persistence.WorkerRepository;
import dev.gangway.gateway.repetition.ReservationRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** All rows that are dropped, each as old as it may get. */
class LeftoverBeans {

    /** As long as the broker keeps the dead letters, and a day. */
    private static final Duration KEEP_REPLAYS = Duration.ofDays(31);

    /** Longer than anybody who has listed an upload takes to queue his job. */
    private static final Duration KEEP_DELETED_UPLOADS = Duration.ofDays(1);

    @Produces
    @Singleton
    Leftovers submissions(IdempotencyKeyRepository keys, GatewayConfig config) {
        return new Leftovers(
                "keys of submissions",
                now -> keys.deleteOlderThan(now.minus(config.idempotency().keep())));
    }

    @Produces
    @Singleton
    Leftovers requests(ReservationRows requests, GatewayConfig config) {
        return new Leftovers(
                "keys of requests",
                now -> requests.deleteOlderThan(now.minus(config.idempotency().keep()), now));
    }

    @Produces
    @Singleton
    Leftovers news(NewsRepository news, GatewayConfig config) {
        return new Leftovers(
                "events of ended jobs",
                now -> news.deleteOfJobsEndedBefore(now.minus(config.events().keepAfterEnd())));
    }

    @Produces
    @Singleton
    Leftovers workers(WorkerRepository workers, GatewayConfig config) {
        return new Leftovers(
                "workers",
                now -> workers.deleteUnseenSince(now.minus(config.workers().forgetAfter())));
    }

    @Produces
    @Singleton
    Leftovers replays(ReplayRepository replays) {
        return new Leftovers("notes of replays", now -> replays.deleteOlderThan(now.minus(KEEP_REPLAYS)));
    }

    @Produces
    @Singleton
    Leftovers deletedUploads(PictureUse pictures) {
        return new Leftovers(
                "notes of deleted uploads", now -> pictures.forgetGoneBefore(now.minus(KEEP_DELETED_UPLOADS)));
    }

    @Produces
    @Singleton
    Leftovers deliveries(DeliveryRepository deliveries, GatewayConfig config) {
        return new Leftovers(
                "deliveries to webhooks",
                now -> deliveries.deleteEndedBefore(now.minus(config.webhooks().keep())));
    }
}
