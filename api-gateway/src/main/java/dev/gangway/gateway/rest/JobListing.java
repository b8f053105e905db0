package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.JobFilter;
import dev.gangway.gateway.job.Slice;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which jobs a client asks for, in its own words.
 *
 * @param state in which states
 * @param model of which model
 * @param dataset on which dataset
 * @param createdAfter created after this
 * @param createdBefore created before this
 * @param limit how many at most
 * @param cursor where the page starts
 */
record JobListing(
        @QueryParam("state")
        @Parameter(
                description = "Only jobs in this state; may be repeated.",
                schema = @Schema(type = SchemaType.ARRAY, implementation = JobState.class))
        List<String> state,

        @QueryParam("model") @Parameter(description = "Only jobs of this model.")
        String model,

        @QueryParam("dataset") @Parameter(description = "Only jobs on this dataset.")
        String dataset,

        @QueryParam("createdAfter") @Parameter(description = "Only jobs created after this time (RFC 3339).")
        String createdAfter,

        @QueryParam("createdBefore") @Parameter(description = "Only jobs created before this time (RFC 3339).")
        String createdBefore,

        @QueryParam("limit")
        @Parameter(
                description = "How many at most.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
        String limit,

        @QueryParam("cursor") @Parameter(description = "The `next` of the page before.")
        String cursor) {

    /** Which jobs are wanted; also says what is wrong with the page, since one answer names every fault. */
    JobFilter filter(TeamId team, JobKind kind) {
        Faults faults = new Faults();
        List<JobState> states =
                faults.read(() -> Parameters.enums("state", state == null ? List.of() : state, JobState.class));
        Instant after = faults.read(() -> Parameters.instant("createdAfter", createdAfter));
        Instant before = faults.read(() -> Parameters.instant("createdBefore", createdBefore));
        faults.check(this::slice);
        faults.require();
        return new JobFilter(team, kind, Set.copyOf(states), model, dataset, after, before);
    }

    Slice slice() {
        return Parameters.slice(limit, cursor);
    }
}
