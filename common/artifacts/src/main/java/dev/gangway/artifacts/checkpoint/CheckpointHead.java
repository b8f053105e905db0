package dev.gangway.artifacts.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.training.CheckpointId;
import java.time.Instant;

/**
 * The newest checkpoint that a job's line publishes, and who may publish the next.
 *
 * @param checkpoint the newest checkpoint, with the token of the claim that published it; null before the first
 * @param publishedAt when it became the newest; null before the first
 * @param claim the token of the newest claim that took the line over: older ones may publish nothing more; null in heads that say nothing
 *     of it, where it is the checkpoint's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointHead(CheckpointId checkpoint, Instant publishedAt, Long claim) {

    /** The head of a checkpoint that was just published under its own token. */
    static CheckpointHead of(CheckpointId checkpoint, Instant at) {
        return new CheckpointHead(checkpoint, at, checkpoint.token());
    }

    /** This head, taken over by a newer claim. */
    CheckpointHead takenOver(long token) {
        return new CheckpointHead(checkpoint, publishedAt, token);
    }

    /** Whether anything was published. */
    boolean isPublished() {
        return checkpoint != null;
    }

    /** The newest token that is known to own the line. */
    long newestToken() {
        long published = checkpoint == null ? 0 : checkpoint.token();
        return claim == null ? published : Math.max(claim, published);
    }
}
