package dev.gangway.gateway.watching;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.config.EventConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.job.NewsCount;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Follows jobs for those who watch them. One round reads for all of them, on a thread of its own: what is read once is told to everybody who
 * has come as far. Nothing is read ahead of a slow watcher, and while the database is away everybody waits.
 */
@ApplicationScoped
public class NewsFeed {

    private static final int NEWS_AT_ONCE = 100;
    private static final int THREADS = 4;

    private final JobRepository jobs;
    private final NewsRepository news;
    private final EventConfig config;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, run -> new Thread(run, "watching"));
    private final Watchers watchers = new Watchers(threads);
    private final AtomicInteger open;
    private Periodic.Repeated rounds;

    NewsFeed(JobRepository jobs, NewsRepository news, GatewayConfig config, MeterRegistry meters) {
        this.jobs = jobs;
        this.news = news;
        this.config = config.events();
        this.open = meters.gauge("gangway.watchers", new AtomicInteger());
    }

    void start(@Observes StartupEvent started, Periodic periodic) {
        rounds = periodic.repeat("news-feed", config.pollEvery(), this::round);
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }

    /**
     * A job's news behind {@code after} in portions, as they happen until the job has ended; now and then an empty portion
     * while nothing does.
     */
    public Multi<List<JobNews>> watch(JobId job, long after) {
        AtomicLong known = new AtomicLong(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(job, known))
                .until(Portion::ended)
                .map(Portion::news)
                .onSubscription()
                .invoke(this::begin)
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    /** Does what has to be done before somebody can watch, on one of this feed's threads. */
    public Uni<Void> prepare(Runnable work) {
        return Uni.createFrom().voidItem().emitOn(threads).invoke(work);
    }

    private void begin() {
        open.incrementAndGet();
        rounds.soon();
    }

    /** Whether a job has ended and nothing is to be told of it behind {@code after}, which somebody has been told. */
    public boolean isOver(JobId job, long after) {
        Position position = new Position(job, after);
        return after > 0
                && Optional.ofNullable(QuarkusTransaction.requiringNew()
                                .call(() -> read(Set.of(position)))
                                .get(position))
                        .map(Portion::ended)
                        .orElse(false);
    }

    private Uni<Portion> next(JobId job, AtomicLong known) {
        return watchers.await(new Position(job, known.get()), config.heartbeat())
                .invoke(portion -> told(portion, known));
    }

    /** Whoever was told something may be told more, or that the job has ended. */
    private void told(Portion portion, AtomicLong known) {
        if (!portion.news().isEmpty()) {
            known.set(portion.last(known.get()));
            rounds.soon();
        }
    }

    private void round() {
        Set<Position> positions = watchers.positions();
        if (!positions.isEmpty()) {
            watchers.tell(QuarkusTransaction.requiringNew().call(() -> read(positions)));
        }
    }

    private Map<Position, Portion> read(Set<Position> positions) {
        Map<JobId, NewsCount> counts =
                jobs.news(positions.stream().map(Position::job).collect(Collectors.toSet()));
        Map<Position, Portion> told = new HashMap<>();
        positions.forEach(position -> read(position, Optional.ofNullable(counts.get(position.job())))
                .ifPresent(portion -> told.put(position, portion)));
        return told;
    }

    /** The state was read before the news: what ended the job is then among them. */
    private Optional<Portion> read(Position position, Optional<NewsCount> count) {
        boolean more = count.map(there -> there.latest() > position.known()).orElse(false);
        List<JobNews> unread = more ? news.after(position.job(), position.known(), NEWS_AT_ONCE) : List.of();
        if (!unread.isEmpty()) {
            return Optional.of(new Portion(unread, false));
        }
        return count.map(NewsCount::ended).orElse(true) ? Optional.of(Portion.END) : Optional.empty();
    }
}
