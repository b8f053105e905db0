package dev.gangway.gateway.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a job, in the order in which watchers are told.
 *
 * @param sequence counts a job's news, from 1
 * @param type what happened
 * @param body the details as JSON
 * @param at when
 */
public record JobNews(long sequence, Type type, String body, Instant at) {

    /** What can happen. */
    public enum Type {
        /** The job moved: a {@link Move}. */
        STATE_CHANGED,
        /** The job came further: a {@link dev.gangway.contracts.event.Progress}. */
        PROGRESSED,
        /** A checkpoint is complete in the store. */
        CHECKPOINT_WRITTEN,
        /** A stage of a training job ended: a {@link StageResult}. */
        STAGE_FINISHED,
        /** A task of a completion job is done. */
        TASK_FINISHED;

        /** The type in kebab case, as it stands in the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
