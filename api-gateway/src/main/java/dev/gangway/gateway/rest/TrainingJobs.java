package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.CurvePoint;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.lifecycle.Interruption;
import dev.gangway.gateway.persistence.CurveRepository;
import dev.gangway.gateway.submission.Submissions;
import dev.gangway.gateway.submission.TrainingRequest;
import dev.gangway.gateway.text.Delay;
import dev.gangway.gateway.text.PointLimit;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Training jobs over HTTP. */
@Path("/v1/training-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training jobs", description = "Networks that are trained by stages.")
class TrainingJobs {

    private final Submissions submissions;
    private final Interruption interruption;
    private final JobViews views;
    private final EventStream events;
    private final CurveRepository curves;
    private final Locations locations;

    TrainingJobs(
            Submissions submissions,
            Interruption interruption,
            JobViews views,
            EventStream events,
            CurveRepository curves,
            Locations locations) {
        this.locations = locations;
        this.submissions = submissions;
        this.interruption = interruption;
        this.views = views;
        this.events = events;
        this.curves = curves;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submitTrainingJob", summary = "Queue a training job")
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location says where it is.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response submit(@HeaderParam(IdempotencyFilter.HEADER) String key, @NotNull TrainingRequest request) {
        return accepted(submissions.submit(TeamId.DEFAULT, request, Parameters.idempotencyKey(key)));
    }

    @GET
    @Operation(operationId = "listTrainingJobs", summary = "List training jobs, newest first")
    public Page<JobView> list(@BeanParam JobListing listing) {
        return views.page(TeamId.DEFAULT, JobKind.TRAINING, listing);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTrainingJob", summary = "Show a training job")
    public JobView get(@PathParam("id") UUID id) {
        return views.whole(find(id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            operationId = "cancelTrainingJob",
            summary = "Cancel a training job",
            description =
                    "A queued job is cancelled at once. One that a worker may have is CANCELLING until the worker "
                            + "is seen to have let go of it. Cancelling twice is fine; a job that has ended otherwise is a 409.")
    @APIResponse(
            responseCode = "202",
            description = "The job as it stands now.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response cancel(@PathParam("id") UUID id) {
        return accepted(interruption.cancel(TeamId.DEFAULT, JobKind.TRAINING, new JobId(id)));
    }

    @POST
    @Path("{id}/preempt")
    @Operation(
            operationId = "preemptTrainingJob",
            summary = "Free a training job's device",
            description =
                    "The worker stops before its next step, writes a checkpoint and gives the job back, which is then queued in its old "
                            + "place and goes on from that checkpoint. Preempting twice is fine; a job that does not run is a 409.")
    @APIResponse(
            responseCode = "202",
            description = "The job as it stands now.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response preempt(
            @PathParam("id") UUID id,
            @QueryParam("delay")
                    @Parameter(
                            description = "How many seconds the job stays queued at least.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "604800",
                                            defaultValue = "0"))
                    Delay delay) {
        Duration wait = (delay == null ? Delay.NONE : delay).duration();
        return accepted(interruption.preempt(TeamId.DEFAULT, new JobId(id), wait));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Watched
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = EventStream.UNBUFFERED, value = "no")
    @Operation(
            operationId = "watchTrainingJob",
            summary = "Watch a training job",
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

    @GET
    @Path("{id}/curves")
    @Operation(
            operationId = "getTrainingCurves",
            summary = "Read a training job's curves",
            description =
                    "Points in the order of training, 1,000 at a time unless `limit` (1 to 10,000) says otherwise.")
    public Page<CurvePoint> curves(
            @PathParam("id") UUID id, @QueryParam("limit") PointLimit limit, @QueryParam("cursor") Cursor cursor) {
        return curves.page(find(id).id(), new Slice((limit == null ? PointLimit.USUAL : limit).points(), cursor));
    }

    private Job find(UUID id) {
        return views.find(TeamId.DEFAULT, JobKind.TRAINING, new JobId(id));
    }

    private Response accepted(Job job) {
        return Response.accepted(views.whole(job))
                .header(HttpHeaders.LOCATION, locations.of(JobViews.path(job)))
                .build();
    }
}
