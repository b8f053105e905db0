package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.lifecycle.Interruption;
import dev.gangway.gateway.submission.CompletionRequest;
import dev.gangway.gateway.submission.Submissions;
import io.smallrye.mutiny.Multi;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Completion jobs over HTTP. */
@Path("/v1/completion-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Completion jobs",
        description = "Images whose missing part is filled in, and measured where the truth is known.")
class CompletionJobs {

    private final Submissions submissions;
    private final Interruption interruption;
    private final JobViews views;
    private final EventStream events;
    private final Locations locations;

    CompletionJobs(
            Submissions submissions,
            Interruption interruption,
            JobViews views,
            EventStream events,
            Locations locations) {
        this.locations = locations;
        this.submissions = submissions;
        this.interruption = interruption;
        this.views = views;
        this.events = events;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submitCompletionJob", summary = "Queue a completion job")
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location says where it is.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response submit(@HeaderParam(IdempotencyFilter.HEADER) String key, @NotNull CompletionRequest request) {
        return accepted(submissions.submit(TeamId.DEFAULT, request, Parameters.idempotencyKey(key)));
    }

    @GET
    @Operation(operationId = "listCompletionJobs", summary = "List completion jobs, newest first")
    public Page<JobView> list(@BeanParam JobListing listing) {
        return views.page(TeamId.DEFAULT, JobKind.COMPLETION, listing);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCompletionJob", summary = "Show a completion job")
    public JobView get(@PathParam("id") UUID id) {
        return views.whole(find(id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            operationId = "cancelCompletionJob",
            summary = "Cancel a completion job",
            description = "As with training jobs: CANCELLING until no worker holds a part of it.")
    @APIResponse(
            responseCode = "202",
            description = "The job as it stands now.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response cancel(@PathParam("id") UUID id) {
        return accepted(interruption.cancel(TeamId.DEFAULT, JobKind.COMPLETION, new JobId(id)));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Watched
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = EventStream.UNBUFFERED, value = "no")
    @Operation(
            operationId = "watchCompletionJob",
            summary = "Watch a completion job",
            description = EventStream.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The events.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "204",
            description = "Everything up to the job's end was told before: do not ask again.")
    public Multi<OutboundSseEvent> watch(@PathParam("id") UUID id, @HeaderParam("Last-Event-ID") String last) {
        return events.of(new JobId(id), Parameters.lastEventId(last));
    }

    private Job find(UUID id) {
        return views.find(TeamId.DEFAULT, JobKind.COMPLETION, new JobId(id));
    }

    private Response accepted(Job job) {
        return Response.accepted(views.whole(job))
                .header(HttpHeaders.LOCATION, locations.of(JobViews.path(job)))
                .build();
    }
}
