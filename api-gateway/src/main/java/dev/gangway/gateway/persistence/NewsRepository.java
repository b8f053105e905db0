package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.JobNews;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What those who watch jobs are told. */
@ApplicationScoped
public class NewsRepository implements PanacheRepositoryBase<NewsEntity, NewsEntity.Key> {

    private final JobRepository jobs;
    private final int keepPerJob;

    NewsRepository(JobRepository jobs, GatewayConfig config) {
        this.jobs = jobs;
        this.keepPerJob = config.events().keepPerJob();
    }

    /** Adds news of a job, and drops the oldest when there are too many. */
    public void append(JobId job, JobNews.Type type, Object body, Instant at) {
        long sequence = jobs.nextNews(job);
        persist(NewsEntity.of(job, new JobNews(sequence, type, StoredJson.write(body), at)));
        delete("job = ?1 and sequence <= ?2", job.value(), sequence - keepPerJob);
    }

    /** A job's news behind {@code sequence}, oldest first. */
    public List<JobNews> after(JobId job, long sequence, int limit) {
        return find("job = ?1 and sequence > ?2 order by sequence", job.value(), sequence).range(0, limit - 1).stream()
                .map(NewsEntity::toNews)
                .toList();
    }

    /** Drops the news of jobs that ended before {@code end}. */
    public long deleteOfJobsEndedBefore(Instant end) {
        return delete("job in (select id from JobEntity where endedAt < ?1)", end);
    }
}
