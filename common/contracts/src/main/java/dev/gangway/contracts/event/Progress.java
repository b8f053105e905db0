package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gangway.contracts.recipe.StageKind;
import java.util.Map;

/** How far a task has come. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Training.class, name = "training"),
    @JsonSubTypes.Type(value = Progress.Completion.class, name = "completion")
})
public sealed interface Progress {

    /**
     * How far a training job has come.
     *
     * @param stage the stage that runs, from 0
     * @param stages how many stages the job has
     * @param stageKind what the stage trains
     * @param step updates done in this stage
     * @param steps updates that the stage has at most
     * @param losses each loss term by name
     * @param gap the discriminator gap (GoGAN eq. 6); null in stage 0
     * @param imagesPerSecond training images seen per second
     * @param secondsLeft estimate for the whole job; null while unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Training(
            int stage,
            int stages,
            StageKind stageKind,
            long step,
            long steps,
            Map<String, Double> losses,
            Double gap,
            double imagesPerSecond,
            Double secondsLeft)
            implements Progress {}

    /**
     * How far a task of a completion job has come.
     *
     * @param images images done with so far
     * @param total images of the task
     * @param failed how many of those done with could not be completed; left out while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completion(int images, int total, Integer failed) implements Progress {

        public Completion {
            failed = failed != null && failed == 0 ? null : failed;
        }

        /** Progress without a failed image. */
        public Completion(int images, int total) {
            this(images, total, null);
        }
    }
}
