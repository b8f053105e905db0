package dev.gangway.gateway.job;

import java.util.UUID;

/** Names one webhook. */
public record WebhookId(UUID value) {

    /** A fresh, random id. */
    public static WebhookId random() {
        return new WebhookId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
