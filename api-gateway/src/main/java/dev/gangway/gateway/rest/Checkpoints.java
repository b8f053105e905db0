package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.checkpoint.CheckpointDeletion;
import dev.gangway.gateway.job.CheckpointFilter;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.text.PageLimit;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkpoints over HTTP. */
@Path("/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checkpoints", description = "Trained networks that are complete in the store.")
class Checkpoints {

    private final CheckpointRepository checkpoints;

    private final CheckpointDeletion deletion;

    Checkpoints(CheckpointRepository checkpoints, CheckpointDeletion deletion) {
        this.checkpoints = checkpoints;
        this.deletion = deletion;
    }

    @GET
    @Operation(operationId = "listCheckpoints", summary = "List checkpoints, newest first")
    public Page<CheckpointView> list(
            @QueryParam("job") UUID job,
            @QueryParam("model") String model,
            @QueryParam("stage") Integer stage,
            @QueryParam("limit") PageLimit limit,
            @QueryParam("cursor") Cursor cursor) {
        JobId trained = job == null ? null : new JobId(job);
        return checkpoints
                .page(new CheckpointFilter(TeamId.DEFAULT, trained, model, stage), Slice.of(limit, cursor))
                .map(CheckpointView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCheckpoint", summary = "Show a checkpoint")
    public CheckpointView get(@PathParam("id") String id) {
        CheckpointId wanted = parsed(id);
        return checkpoints.find(TeamId.DEFAULT, wanted).map(CheckpointView::of).orElseThrow(() -> unknown(wanted));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteCheckpoint",
            summary = "Delete a checkpoint that no job needs any more",
            description =
                    "A job that completes with it needs it, and the training job that wrote it, until they have ended. From then on"
                            + " nobody can name it; its objects go with the next collection.")
    @APIResponse(responseCode = "204", description = "Deleted, now or before.")
    @APIResponse(responseCode = "404", description = "`unknown-checkpoint`: there never was one.")
    @APIResponse(
            responseCode = "409",
            description = "`checkpoint-in-use`: jobs that have not ended need it; the detail names them.")
    public void delete(@PathParam("id") String id) {
        deletion.delete(TeamId.DEFAULT, parsed(id));
    }

    private static CheckpointId parsed(String id) {
        return Parameters.parsed("id", id, CheckpointId::of, "must be <job>~<stage>~<step>~<token>");
    }

    private RefusedException unknown(CheckpointId id) {
        return checkpoints.wasDeleted(TeamId.DEFAULT, id)
                ? RefusedException.notFound(
                        "checkpoint-deleted",
                        "the checkpoint " + id + " was deleted, or the retention of its training job did not keep it")
                : RefusedException.notFound("unknown-checkpoint", "there is no checkpoint " + id);
    }
}
