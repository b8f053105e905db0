package dev.gangway.gateway.notification;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.job.MoveCause;
import dev.gangway.gateway.job.WebhookId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as CloudEvents 1.0 has it in structured mode.
 *
 * @param specversion the version of CloudEvents
 * @param id the event
 * @param source who tells it
 * @param type what happened
 * @param subject to what
 * @param time when
 * @param datacontenttype what {@code data} is
 * @param data the details
 */
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Object data) {

    private static final String SOURCE = "/gangway/api-gateway";

    static CloudEvent of(UUID id, String type, Object subject, Instant time, Object data) {
        return new CloudEvent("1.0", id, SOURCE, type, subject.toString(), time, "application/json", data);
    }

    /**
     * A job moved.
     *
     * @param from the state before; null when it is new
     * @param failure why it failed; null unless it did
     * @param path where to read more about it, under the gateway's address
     */
    record JobMove(
            JobId job,
            JobKind kind,
            String model,
            TeamId team,
            JobState from,
            JobState to,
            MoveCause cause,
            Instant at,
            JobFailure failure,
            String path) {

        static JobMove of(Job job, Move move, JobFailure failure) {
            return new JobMove(
                    job.id(),
                    job.work().kind(),
                    job.work().model(),
                    job.team(),
                    move.from(),
                    move.to(),
                    move.cause(),
                    move.at(),
                    failure,
                    job.path());
        }
    }

    /** Somebody tries a webhook. */
    record Ping(UUID webhook, TeamId team, Instant at) {

        static Ping of(WebhookId webhook, TeamId team, Instant at) {
            return new Ping(webhook.value(), team, at);
        }
    }
}
