package dev.gangway.gateway.watching;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.EventConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Follows jobs for those who watch them. Nothing is read ahead of a slow watcher, and one who has read everything waits
 * without asking the database.
 */
@ApplicationScoped
public class NewsFeed {

    private static final int NEWS_AT_ONCE = 100;

    private final JobRepository jobs;
    private final NewsRepository news;
    private final EventConfig config;
    private final Watchers watchers = new Watchers();

    NewsFeed(JobRepository jobs, NewsRepository news, GatewayConfig config) {
        this.jobs = jobs;
        this.news = news;
        this.config = config.events();
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        periodic.repeat("news-feed", config.pollEvery(), this::wake);
    }

    /**
     * A job's news behind {@code after} in portions, as they happen until the job has ended; now and then an empty portion
     * while nothing does.
     */
    public Multi<List<JobNews>> watch(JobId job, long after) {
        AtomicLong known = new AtomicLong(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(job, known.get()).invoke(portion -> known.set(portion.last(known.get()))))
                .until(Portion::ended)
                .map(Portion::news);
    }

    private Uni<Portion> next(JobId job, long known) {
        return Uni.createFrom()
                .item(() -> read(job, known))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(portion -> portion.news().isEmpty() && !portion.ended() ? await(job, known) : item(portion));
    }

    private Uni<Portion> await(JobId job, long known) {
        return watchers.await(job, known, config.heartbeat())
                .flatMap(happened -> happened ? next(job, known) : item(Portion.SILENCE));
    }

    /** Reads the state before the news: what ended the job is then among them. */
    private Portion read(JobId job, long known) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean ended = jobs.find(job).map(found -> found.state().isFinal()).orElse(true);
            List<JobNews> unread = news.after(job, known, NEWS_AT_ONCE);
            return new Portion(unread, ended && unread.isEmpty());
        });
    }

    /** One query for all who wait: watchers cost little, whichever replica of the gateway the news came through. */
    private void wake() {
        if (!watchers.jobs().isEmpty()) {
            watchers.wake(QuarkusTransaction.requiringNew().call(() -> jobs.news(watchers.jobs())));
        }
    }

    private static Uni<Portion> item(Portion portion) {
        return Uni.createFrom().item(portion);
    }
}
