package dev.gangway.gateway.job;

import java.util.List;
import java.util.UUID;

/**
 * A delivery that somebody has claimed, with everything that it takes to send it.
 *
 * @param id the delivery
 * @param webhook where it goes
 * @param url the webhook's address
 * @param secrets what it is signed with, each for itself
 * @param event the event's id
 * @param body what is sent
 * @param attempt counts the claims of the delivery, from 1: what an older one says is not heard
 * @param failures how many attempts have failed since it was last to be sent anew
 */
public record Parcel(
        DeliveryId id,
        WebhookId webhook,
        String url,
        List<WebhookSecret> secrets,
        UUID event,
        String body,
        int attempt,
        int failures) {

    public Parcel {
        secrets = List.copyOf(secrets);
    }
}
