package dev.gangway.gateway.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.job.Notice;
import dev.gangway.gateway.job.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/** Writes down what webhooks are told. */
@ApplicationScoped
class Notices {

    private final ObjectMapper json;

    Notices(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A job moved.
     *
     * @param failure why it failed; null unless it did
     */
    Notice of(Job job, Move move, JobFailure failure) {
        CloudEvent.JobMove data = CloudEvent.JobMove.of(job, move, failure);
        return notice(CloudEvent.of(UUID.randomUUID(), EventTypes.of(move.to()), job.id(), move.at(), data));
    }

    /** Somebody tries a webhook. */
    Notice ping(Webhook webhook, Instant now) {
        CloudEvent.Ping data = CloudEvent.Ping.of(webhook.id(), webhook.team(), now);
        return notice(CloudEvent.of(UUID.randomUUID(), EventTypes.PING, webhook.id(), now, data));
    }

    private Notice notice(CloudEvent event) {
        return new Notice(event.id(), event.type(), event.subject(), write(event), event.time());
    }

    private String write(CloudEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an event cannot be written", e);
        }
    }
}
