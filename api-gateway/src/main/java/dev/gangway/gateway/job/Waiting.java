package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nobody works on a job at the moment.
 *
 * @param reason what it waits for
 * @param text the same for a person
 * @param ahead how many jobs are before it in the queue; null once it is admitted
 * @param until when it goes on at the earliest; null when no time is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Waiting", description = "Why nobody works on the job at the moment.")
public record Waiting(
        @Schema(description = "What it waits for.") Reason reason,

        @Schema(description = "The same for a person.") String text,

        @Schema(description = "How many jobs are before it in the queue; left out once it is admitted.")
        Long ahead,

        @Schema(description = "When it goes on at the earliest; left out when no time is set.")
        Instant until) {

    /** What a job waits for. */
    public enum Reason {
        /** Jobs that came before it. */
        @JsonProperty("turn")
        TURN,
        /** A time, after a failure or because somebody wished it. */
        @JsonProperty("time")
        TIME,
        /** A worker, while all that live are busy. */
        @JsonProperty("busy-workers")
        BUSY_WORKERS,
        /** A worker, while none lives. */
        @JsonProperty("no-worker")
        NO_WORKER
    }
}
