package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.notification.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as clients see it. */
@Schema(name = "Webhook", description = "An address that is told of jobs.")
record WebhookView(
        UUID id,
        String url,

        @Schema(description = "Of which kinds of jobs.") List<JobKind> kinds,

        @Schema(description = "Which types of events.") List<String> events,

        @Schema(description = "Of which model's jobs; left out for all.")
        String model,

        @Schema(
                description =
                        "Whether events are sent; false once its receiver has answered 410 Gone, or it was switched off.")
        boolean enabled,

        Instant createdAt,
        Instant disabledAt,

        @Schema(
                description =
                        "What events are signed with; shown only in the answer that makes the webhook, or changes the secret.")
        String secret,

        @Schema(description = "Until when events are signed with the secret before as well; left out before a change.")
        Instant formerSecretUntil,

        Map<String, String> links) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView withSecret(Webhook webhook) {
        return of(webhook, webhook.secrets().present().value());
    }

    static String path(UUID webhook) {
        return "/v1/webhooks/" + webhook;
    }

    private static WebhookView of(Webhook webhook, String secret) {
        UUID id = webhook.id().value();
        return new WebhookView(
                id,
                webhook.url(),
                webhook.filter().kinds().stream().sorted().toList(),
                webhook.filter().states().stream().sorted().map(EventTypes::of).toList(),
                webhook.filter().model(),
                webhook.enabled(),
                webhook.createdAt(),
                webhook.disabledAt(),
                secret,
                webhook.secrets().formerUntil(),
                Map.of("self", path(id), "deliveries", path(id) + "/deliveries", "test", path(id) + "/test"));
    }
}
