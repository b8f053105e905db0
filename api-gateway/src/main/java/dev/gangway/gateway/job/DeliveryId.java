package dev.gangway.gateway.job;

import java.util.UUID;

/** Names one delivery of an event to a webhook. */
public record DeliveryId(UUID value) {

    /** A fresh, random id. */
    public static DeliveryId random() {
        return new DeliveryId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
