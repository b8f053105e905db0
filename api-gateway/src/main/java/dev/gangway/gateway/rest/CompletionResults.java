package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.store.CompletedImages;
import dev.gangway.gateway.store.CompletionArchive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What completion jobs made, over HTTP. */
@Path("/v1/completion-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completion jobs")
class CompletionResults {

    private final JobViews views;
    private final CompletedImages completions;

    CompletionResults(JobViews views, CompletedImages completions) {
        this.views = views;
        this.completions = completions;
    }

    @GET
    @LongAnswer
    @Path("{id}/results")
    @Operation(
            operationId = "getCompletionResults",
            summary = "Read a completion job's results",
            description =
                    "The figures of the whole set and of each image, or what became of each picture; a 409 until the"
                            + " job has succeeded, or has failed because none of its pictures could be completed.")
    @APIResponse(
            responseCode = "200",
            description = "The results, as they lie in the store.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public InputStream results(@PathParam("id") UUID id) {
        return completions.results(find(id));
    }

    @GET
    @LongAnswer
    @Path("{id}/images/{index: 0|[1-9][0-9]*}")
    @Produces({"image/png", "image/jpeg"})
    @Operation(
            operationId = "getCompletedImage",
            summary = "Read a completed image",
            description =
                    "By its index in the dataset's split, or its number in the job's pictures; there as soon as it is"
                            + " completed.")
    @APIResponse(
            responseCode = "200",
            description = "The image: a PNG file, or a JPEG file for pictures whose job asked for it.",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response image(@PathParam("id") UUID id, @PathParam("index") Integer index) {
        CompletedImages.OpenedImage image = completions.image(find(id), index);
        return Response.ok(image.content(), image.type()).build();
    }

    @GET
    @LongAnswer
    @Path("{id}/report")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getReport",
            summary = "Look at a completion job's report",
            description =
                    "A page with figures, images side by side, and distributions; it needs nothing from elsewhere.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response report(@PathParam("id") UUID id) {
        return ReportFile.named("index.html").response(completions.reportFile(find(id), "index.html"));
    }

    @GET
    @LongAnswer
    @Path("{id}/report/{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getReportFile",
            summary = "Read a file of a completion job's report",
            description =
                    "By the last part of its key in the results, such as `grid.png`, `results.csv` or `samples.png`.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Response reportFile(@PathParam("id") UUID id, @PathParam("file") String file) {
        return ReportFile.named(file).response(completions.reportFile(find(id), file));
    }

    @GET
    @LongAnswer
    @Path("{id}/archive")
    @Produces("application/zip")
    @Operation(
            operationId = "getCompletionArchive",
            summary = "Read everything that an ended completion job left as one archive",
            description = "Images, results and report in a ZIP archive, made while it is sent. A job that failed or was"
                    + " cancelled gives what it has; one that still runs a 409.")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response archive(@PathParam("id") UUID id) {
        CompletionArchive archive = completions.archive(find(id));
        return Response.ok((StreamingOutput) archive::writeTo, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"completion-" + id + ".zip\"")
                .build();
    }

    private Job find(UUID id) {
        return views.find(TeamId.DEFAULT, JobKind.COMPLETION, new JobId(id));
    }
}
