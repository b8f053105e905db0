package dev.gangway.gateway.notification;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobMoved;
import dev.gangway.gateway.job.Notice;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.persistence.DeliveryRepository;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.WebhookRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** Promises webhooks what they want to know of jobs that move, in the transaction that moves them. */
@ApplicationScoped
class JobAnnouncements {

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final JobRepository jobs;
    private final Notices notices;

    JobAnnouncements(WebhookRepository webhooks, DeliveryRepository deliveries, JobRepository jobs, Notices notices) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.notices = notices;
    }

    void promise(@Observes JobMoved moved) {
        Job job = moved.job();
        List<WebhookId> wanting = webhooks.filters(job.team()).entrySet().stream()
                .filter(webhook -> webhook.getValue().accepts(job, moved.move().to()))
                .map(Map.Entry::getKey)
                .toList();
        if (!wanting.isEmpty()) {
            Notice notice = notices.of(job, moved.move(), failure(job));
            wanting.forEach(webhook -> deliveries.insert(DeliveryId.random(), webhook, notice));
        }
    }

    /** Noted on the row just before the job moves. */
    private JobFailure failure(Job job) {
        return job.state() == JobState.FAILED
                ? jobs.find(job.id()).map(Job::failure).orElse(null)
                : null;
    }
}
