package dev.gangway.gateway.rest;

import dev.gangway.artifacts.record.OpenedFile;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.store.RunRecords;
import dev.gangway.gateway.text.PageLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What training jobs show of themselves, over HTTP. */
@Path("/v1/training-jobs/{id}/record")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training jobs")
class TrainingRecords {

    private final JobViews views;
    private final RunRecords records;

    TrainingRecords(JobViews views, RunRecords records) {
        this.views = views;
        this.records = records;
    }

    @GET
    @Operation(
            operationId = "listTrainingRecord",
            summary = "List the files of a training job's record",
            description =
                    "Curves, plots, sample grids, reconstructions and interpolations, as far as the training has come.")
    public Page<RecordFileView> list(
            @PathParam("id") UUID id, @QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        Job job = find(id);
        return records.list(job, Slice.of(limit, cursor)).map(file -> RecordFileView.of(job, file));
    }

    @GET
    @LongAnswer
    @Path("{path: .+}")
    @Produces({"image/png", "text/csv", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getTrainingRecordFile",
            summary = "Read a file of a training job's record",
            description = "By its path, such as `curves.csv`, `plots/gap.png` or `interpolations/prior.png`.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response file(@PathParam("id") UUID id, @PathParam("path") String path) {
        OpenedFile opened = records.open(find(id), path);
        return Response.ok(opened.content(), opened.file().contentType()).build();
    }

    private Job find(UUID id) {
        return views.find(TeamId.DEFAULT, JobKind.TRAINING, new JobId(id));
    }
}
