package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.JobFilter;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.PageLimit;
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
        List<JobState> state,

        @QueryParam("model") @Parameter(description = "Only jobs of this model.")
        String model,

        @QueryParam("dataset") @Parameter(description = "Only jobs on this dataset.")
        String dataset,

        @QueryParam("createdAfter") @Parameter(description = "Only jobs created after this time (RFC 3339).")
        Instant createdAfter,

        @QueryParam("createdBefore") @Parameter(description = "Only jobs created before this time (RFC 3339).")
        Instant createdBefore,

        @QueryParam("limit")
        @Parameter(
                description = "How many at most.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
        PageLimit limit,

        @QueryParam("cursor") @Parameter(description = "The `next` of the page before.")
        Cursor cursor) {

    JobFilter filter(TeamId team, JobKind kind) {
        Set<JobState> states = state == null ? Set.of() : Set.copyOf(state);
        return new JobFilter(team, kind, states, model, dataset, createdAfter, createdBefore);
    }

    Slice slice() {
        return Slice.of(limit, cursor);
    }
}
