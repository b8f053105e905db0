package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.watching.NewsFeed;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;

/** What happens to a job, as Server-Sent Events. */
@ApplicationScoped
class EventStream {

    /** Tells proxies not to collect events before they pass them on. */
    static final String UNBUFFERED = "X-Accel-Buffering";

    static final String DESCRIPTION =
            "Server-Sent Events: first what is kept behind `Last-Event-ID`, then what happens, "
                    + "until the job has ended. The event's name is one of `state-changed`, `progressed`, `checkpoint-written`, "
                    + "`stage-finished` and `task-finished`, its data is JSON, its id grows. The last event is the `state-changed` "
                    + "to the job's final state; whoever asks with its id is answered 204, upon which an event source stops asking.";

    private final NewsFeed feed;
    private final Sse sse;

    EventStream(NewsFeed feed, Sse sse) {
        this.feed = feed;
        this.sse = sse;
    }

    /** What happens behind {@code after} to a job that {@link WatchFilter} has found. */
    Multi<OutboundSseEvent> of(JobId job, long after) {
        return feed.watch(job, after).onItem().transformToMultiAndConcatenate(this::events);
    }

    private Multi<OutboundSseEvent> events(List<JobNews> news) {
        if (news.isEmpty()) {
            return Multi.createFrom()
                    .item(sse.newEventBuilder().comment("alive").build());
        }
        return Multi.createFrom().iterable(news).map(this::event);
    }

    private OutboundSseEvent event(JobNews news) {
        return sse.newEventBuilder()
                .id(Long.toString(news.sequence()))
                .name(news.type().code())
                .data(news.body())
                .build();
    }
}
