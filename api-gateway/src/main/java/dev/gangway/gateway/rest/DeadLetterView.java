package dev.gangway.gateway.rest;

import dev.gangway.gateway.deadletter.DeadLetter;
import dev.gangway.gateway.job.ReplayTally;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter as clients see it. */
@Schema(name = "DeadLetter", description = "A record that nobody could read or act on.")
record DeadLetterView(
        @Schema(description = "Names it.") long offset,

        @Schema(description = "When it was put aside.") Instant at,

        @Schema(description = "The stable code of the reason.", examples = "body-malformed")
        String code,

        @Schema(description = "The reason for a person.") String reason,

        @Schema(description = "Where it stood before.") DeadLetter.Origin origin,

        @Schema(description = "The CloudEvents type that it claims to be of.")
        String type,

        String key,

        @Schema(description = "How many bytes its body has.")
        int size,

        @Schema(description = "The body: its first 2 KiB in lists, up to 1 MiB of one alone.")
        String body,

        @Schema(description = "How the body is written here: `utf-8`, or `base64` when it is no text.")
        String bodyEncoding,

        @Schema(description = "Whether the body is shown to its end.")
        boolean bodyWhole,

        @Schema(description = "How often it was sent to its topic again.")
        long replays,

        @Schema(description = "When for the last time.") Instant replayedAt,

        Map<String, String> links) {

    static DeadLetterView of(DeadLetter letter, ReplayTally replays) {
        String self = "/v1/dead-letters/" + letter.offset();
        return new DeadLetterView(
                letter.offset(),
                letter.at(),
                letter.code(),
                letter.reason(),
                letter.origin(),
                letter.type(),
                letter.key(),
                letter.size(),
                letter.body().text(),
                letter.body().encoding(),
                letter.body().whole(),
                replays.count(),
                replays.last(),
                Map.of("self", self, "replay", self + "/replay"));
    }
}
