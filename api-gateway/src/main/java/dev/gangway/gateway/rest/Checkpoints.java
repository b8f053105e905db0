package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.CheckpointFilter;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.persistence.CheckpointRepository;
import dev.gangway.gateway.text.ReceivedValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkpoints over HTTP. */
@Path("/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checkpoints", description = "Trained networks that are complete in the store.")
class Checkpoints {

    private final CheckpointRepository checkpoints;

    Checkpoints(CheckpointRepository checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GET
    @Operation(operationId = "listCheckpoints", summary = "List checkpoints, newest first")
    public Page<CheckpointView> list(
            @QueryParam("job") String job,
            @QueryParam("model") String model,
            @QueryParam("stage") String stage,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Faults faults = new Faults();
        JobId trained = faults.read(() -> Parameters.optional("job", job, JobId::of, "must be a job's id"));
        Integer ofStage =
                faults.read(() -> Parameters.optional("stage", stage, ReceivedValue::integer, "must be a number"));
        Slice slice = faults.read(() -> Parameters.slice(limit, cursor));
        faults.require();
        return checkpoints
                .page(new CheckpointFilter(TeamId.DEFAULT, trained, model, ofStage), slice)
                .map(CheckpointView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCheckpoint", summary = "Show a checkpoint")
    public CheckpointView get(@PathParam("id") String id) {
        CheckpointId wanted = Parameters.optional("id", id, CheckpointId::of, "must be <job>~<stage>~<step>~<token>");
        return checkpoints.find(TeamId.DEFAULT, wanted).map(CheckpointView::of).orElseThrow(() -> unknown(wanted));
    }

    private RefusedException unknown(CheckpointId id) {
        return checkpoints.wasDeleted(TeamId.DEFAULT, id)
                ? RefusedException.notFound(
                        "checkpoint-deleted", "the retention of its training job did not keep the checkpoint " + id)
                : RefusedException.notFound("unknown-checkpoint", "there is no checkpoint " + id);
    }
}
