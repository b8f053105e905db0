package dev.gangway.gateway.rest;

import dev.gangway.gateway.deadletter.DeadLetter;
import dev.gangway.gateway.deadletter.DeadLetterFilter;
import dev.gangway.gateway.deadletter.DeadLetterLog;
import dev.gangway.gateway.deadletter.Order;
import dev.gangway.gateway.deadletter.Replayed;
import dev.gangway.gateway.deadletter.ReplayedMany;
import dev.gangway.gateway.deadletter.Replays;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.ReplayTally;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.PageLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dead letters over HTTP. */
@Path("/v1/dead-letters")
@ReadingRecords
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Records that nobody could read or act on.")
class DeadLetters {

    private final DeadLetterLog letters;
    private final Replays replays;

    DeadLetters(DeadLetterLog letters, Replays replays) {
        this.letters = letters;
        this.replays = replays;
    }

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List the dead letters",
            description = "As long as the broker keeps them, 30 days. Looking takes a bounded time: a page whose filter"
                    + " lets little through may be short, and still have a `next`.")
    public Page<DeadLetterView> list(
            @QueryParam("order")
                    @Parameter(
                            description = "Which come first.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest"},
                                            defaultValue = "newest"))
                    Order order,
            @QueryParam("topic") @Parameter(description = "Only those that stood on this topic.") String topic,
            @QueryParam("code") @Parameter(description = "Only those with this reason.") String code,
            @QueryParam("limit") PageLimit limit,
            @QueryParam("cursor") Cursor cursor) {
        Order sorted = order == null ? Order.NEWEST : order;
        Page<DeadLetter> page = letters.page(new DeadLetterFilter(topic, code), sorted, Slice.of(limit, cursor));
        Map<Long, ReplayTally> tallies =
                replays.tallies(page.items().stream().map(DeadLetter::offset).toList());
        return page.map(letter -> DeadLetterView.of(letter, tallies.getOrDefault(letter.offset(), ReplayTally.NONE)));
    }

    @GET
    @Path("{offset: 0|[1-9][0-9]*}")
    @Operation(operationId = "getDeadLetter", summary = "Show a dead letter with its body")
    public DeadLetterView get(@PathParam("offset") long offset) {
        ReplayTally tally = replays.tallies(List.of(offset)).getOrDefault(offset, ReplayTally.NONE);
        return DeadLetterView.of(letters.find(offset), tally);
    }

    @POST
    @Path("{offset: 0|[1-9][0-9]*}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Send a dead letter to its topic again",
            description = "As it first came, with a header that says where it lay. Sending it twice is fine, and told:"
                    + " `replaysBefore` is not 0 then.")
    public ReplayView replay(@PathParam("offset") long offset) {
        return ReplayView.of(replays.replay(offset));
    }

    @POST
    @Path("replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Send all dead letters that fit to their topics again",
            description = "The oldest first, up to a thousand in one call; pass `next` as `cursor` to go on. Those that"
                    + " were sent before are skipped unless `again` is true.")
    public ReplayedMany replayAll(
            @QueryParam("topic") @Parameter(description = "Only those that stood on this topic.") String topic,
            @QueryParam("code") @Parameter(description = "Only those with this reason.") String code,
            @QueryParam("again")
                    @Parameter(
                            description = "Also those that were sent before.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    Boolean again,
            @QueryParam("cursor") @Parameter(description = "The `next` of the call before.") Cursor cursor) {
        return replays.replay(
                new DeadLetterFilter(topic, code), Boolean.TRUE.equals(again), Optional.ofNullable(cursor));
    }

    /** A replay as clients see it. */
    @Schema(name = "Replay", description = "A dead letter that was sent to its topic again.")
    record ReplayView(
            @Schema(description = "Which dead letter.") long offset,

            @Schema(description = "Where it was sent.") String topic,

            Instant replayedAt,

            @Schema(description = "How often it had been sent before.")
            long replaysBefore,

            @Schema(description = "When it had been sent the last time before.")
            Instant lastReplayedAt) {

        static ReplayView of(Replayed replayed) {
            return new ReplayView(
                    replayed.offset(),
                    replayed.topic(),
                    replayed.at(),
                    replayed.before().count(),
                    replayed.before().last());
        }
    }
}
