package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.worker.WorkerHeartbeat;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WorkerConfig;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.persistence.WorkerRepository;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workers over HTTP. */
@Path("/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workers", description = "Who does the jobs.")
class Workers {

    private final WorkerRepository workers;
    private final InstantSource clock;
    private final WorkerConfig config;

    Workers(WorkerRepository workers, InstantSource clock, GatewayConfig config) {
        this.workers = workers;
        this.clock = clock;
        this.config = config.workers();
    }

    @GET
    @Operation(operationId = "listWorkers", summary = "List the workers")
    public Page<WorkerView> list() {
        Instant goneBefore = clock.instant().minus(config.goneAfter());
        return new Page<>(
                workers.all().stream()
                        .map(worker -> WorkerView.of(worker, goneBefore))
                        .toList(),
                null);
    }

    /** A worker as clients see it. */
    @Schema(name = "Worker", description = "A process that works on jobs.")
    record WorkerView(
            String name,
            JobKind kind,

            @Schema(description = "Where it computes.", examples = "cpu")
            String device,

            @Schema(description = "How many tasks it works on at once.")
            int slots,

            @Schema(description = "How many it works on now.")
            int busy,

            @Schema(description = "Whether it was heard of lately.")
            boolean alive,

            Instant seenAt) {

        static WorkerView of(WorkerHeartbeat worker, Instant goneBefore) {
            return new WorkerView(
                    worker.worker(),
                    worker.kind(),
                    worker.device(),
                    worker.slots(),
                    worker.busy(),
                    worker.at().isAfter(goneBefore),
                    worker.at());
        }
    }
}
