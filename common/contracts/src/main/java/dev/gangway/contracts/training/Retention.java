package dev.gangway.contracts.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Which of a training job's checkpoints are kept; what is left out is as in {@link #USUAL}. The newest is kept always, and the
 * newest two while the job runs, so that it can go on when one is damaged.
 *
 * @param last how many of the newest, of the stage that the job has come to; from 1 to 1000
 * @param best whether that of each stage is kept whose gap (GoGAN eq. 6) on held-out images was smallest
 * @param stages which of those that a stage ended with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Retention(@Min(1) @Max(1000) Integer last, Boolean best, Stages stages) {

    /** The last two of the stage that the job has come to, and every stage's end. */
    public static final Retention USUAL = new Retention(2, false, Stages.EVERY);

    /** Which ends of stages are kept. */
    public enum Stages {
        /** The end of every stage. */
        @JsonProperty("every")
        EVERY,
        /** The end of the last stage that has ended. */
        @JsonProperty("last")
        LAST
    }

    public Retention {
        last = last == null ? Integer.valueOf(2) : last;
        best = best == null ? Boolean.FALSE : best;
        stages = stages == null ? Stages.EVERY : stages;
    }
}
