package dev.gangway.gateway.job;

import java.time.Instant;

/**
 * An event on its way to a webhook, as it stands.
 *
 * @param id the delivery
 * @param webhook where it goes
 * @param notice what is told
 * @param state where it is in its life
 * @param attempts how often it was sent
 * @param lastStatus the HTTP status of the last answer; null when there was none
 * @param lastError why the last attempt failed; null when it did not
 * @param dueAt when it is sent; when it has ended, that time
 * @param endedAt when it was delivered or given up; null before
 */
public record Delivery(
        DeliveryId id,
        WebhookId webhook,
        Notice notice,
        DeliveryState state,
        int attempts,
        Integer lastStatus,
        String lastError,
        Instant dueAt,
        Instant endedAt) {}
