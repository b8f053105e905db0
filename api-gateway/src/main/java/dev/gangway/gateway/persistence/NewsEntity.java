package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.JobNews;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code job_event}. */
@Entity
@Table(name = "job_event")
@IdClass(NewsEntity.Key.class)
class NewsEntity {

    @Id
    UUID job;

    @Id
    long sequence;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    JobNews.Type type;

    String body;

    Instant at;

    /** Names a row. */
    record Key(UUID job, long sequence) {}

    static NewsEntity of(JobId job, JobNews news) {
        NewsEntity row = new NewsEntity();
        row.job = job.value();
        row.sequence = news.sequence();
        row.type = news.type();
        row.body = news.body();
        row.at = news.at();
        return row;
    }

    JobNews toNews() {
        return new JobNews(sequence, type, body, at);
    }
}
