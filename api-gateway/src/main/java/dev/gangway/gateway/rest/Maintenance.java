package dev.gangway.gateway.rest;

import dev.gangway.gateway.collection.Collected;
import dev.gangway.gateway.collection.Collector;
import dev.gangway.gateway.job.RefusedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators may ask for over HTTP. */
@Path("/v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Maintenance", description = "What operators may ask for.")
class Maintenance {

    private final Collector collector;

    Maintenance(Collector collector) {
        this.collector = collector;
    }

    @POST
    @Path("collect")
    @Operation(
            operationId = "collect",
            summary = "Delete what no job keeps and nothing names",
            description =
                    "What happens every gangway.collection.every anyway: checkpoints that their jobs' retention does"
                            + " not keep, and objects of the store that nothing names after their grace. A 409 while it happens.")
    public Collected collect(
            @QueryParam("dryRun")
                    @Parameter(
                            description = "Delete nothing, and only say what would be.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    Boolean dryRun) {
        return collector
                .collect(Boolean.TRUE.equals(dryRun))
                .orElseThrow(() -> RefusedException.conflict("collection-running", "a collection is under way"));
    }
}
