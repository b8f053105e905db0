package dev.gangway.gateway.rest;

import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as clients see it. */
@Schema(name = "Delivery", description = "An event on its way to a webhook.")
record DeliveryView(
        UUID id,

        @Schema(description = "The event's id, the same at every attempt.")
        UUID event,

        @Schema(description = "The event's type.", examples = "dev.gangway.job.succeeded.v1")
        String type,

        @Schema(description = "The job, or the webhook when it was tried.")
        String subject,

        DeliveryState state,

        @Schema(description = "How often it was sent.") int attempts,

        @Schema(description = "The HTTP status of the last answer; left out when there was none.")
        Integer lastStatus,

        @Schema(description = "Why the last attempt failed; left out when it did not.")
        String lastError,

        @Schema(description = "When it is sent; left out when it has ended.")
        Instant nextAttemptAt,

        Instant createdAt,

        @Schema(description = "When it was delivered or given up; left out before.")
        Instant endedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.notice().event(),
                delivery.notice().type(),
                delivery.notice().subject(),
                delivery.state(),
                delivery.attempts(),
                delivery.lastStatus(),
                delivery.lastError(),
                delivery.state() == DeliveryState.PENDING ? delivery.dueAt() : null,
                delivery.notice().at(),
                delivery.endedAt());
    }

    static String path(Delivery delivery) {
        return WebhookView.path(delivery.webhook().value()) + "/deliveries/" + delivery.id();
    }
}
