package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.text.ReceivedValue;
import dev.gangway.gateway.watching.NewsFeed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Looks for the job that somebody wants to watch: once the stream has begun, nothing else can be said. */
class WatchFilter {

    private final JobViews views;
    private final NewsFeed feed;

    WatchFilter(JobViews views, NewsFeed feed) {
        this.views = views;
        this.feed = feed;
    }

    @Watched
    @ServerRequestFilter
    Uni<Void> find(ContainerRequestContext request, SimpleResourceInfo resource) {
        JobKind kind = resource.getResourceClass() == TrainingJobs.class ? JobKind.TRAINING : JobKind.COMPLETION;
        long after = Parameters.lastEventId(request.getHeaderString("Last-Event-ID"));
        return id(request.getUriInfo().getPathParameters().getFirst("id"))
                .map(id -> feed.prepare(() -> find(kind, new JobId(id), after)))
                .orElseGet(Uni.createFrom()::voidItem);
    }

    /** Nothing when it is none, which the resource says of all its parameters. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(ReceivedValue.id(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void find(JobKind kind, JobId job, long after) {
        views.find(TeamId.DEFAULT, kind, job);
        if (feed.isOver(job, after)) {
            throw new StreamEndedException();
        }
    }
}
