package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.checkpoint.CheckpointDeletion;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Models over HTTP: the names under which checkpoints are written. */
@Path("/v1/models")
@Tag(name = "Models", description = "The checkpoints that were written under one name.")
class Models {

    private final CheckpointDeletion deletion;

    Models(CheckpointDeletion deletion) {
        this.deletion = deletion;
    }

    @DELETE
    @Path("{name}")
    @Operation(
            operationId = "deleteModel",
            summary = "Delete all checkpoints of a model that no job needs any more",
            description =
                    "A job that trains it or completes with it needs it until it has ended. From then on nobody can name its"
                            + " checkpoints, whose objects go with the next collection; what its trainings recorded stays.")
    @APIResponse(responseCode = "204", description = "Deleted, now or before.")
    @APIResponse(responseCode = "404", description = "`unknown-model`: it never had a checkpoint.")
    @APIResponse(
            responseCode = "409",
            description = "`model-in-use`: jobs that have not ended need it; the detail names them.")
    public void delete(@PathParam("name") String name) {
        deletion.deleteModel(TeamId.DEFAULT, name);
    }
}
