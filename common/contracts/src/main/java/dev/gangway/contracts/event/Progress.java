package dev.gangway.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.Text;
import dev.gangway.contracts.metric.Measured;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Numbers;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.StageKind;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** How far a task has come. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Training.class, name = "training"),
    @JsonSubTypes.Type(value = Progress.Completion.class, name = "completion")
})
public sealed interface Progress {

    /** How many seconds can be foreseen, three centuries; what would take longer is as unknown as what never ends. */
    double FORESEEABLE = 1e10;

    /** The kind of job that comes so far. */
    JobKind subject();

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
     * @param imagesPerSecond training images seen per second; 0 while unknown
     * @param secondsLeft estimate for the whole job; null while unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Training(
            @Min(0) @Max(Recipe.STAGES) int stage,
            @Min(1) @Max(Recipe.STAGES) int stages,
            @NotNull StageKind stageKind,
            @Min(0) long step,
            @Min(0) long steps,
            @Size(max = Metric.VALUES) Map<@NotNull @Text String, @NotNull @Measured Double> losses,
            @Measured Double gap,
            @DecimalMin("0") @DecimalMax(Measured.LARGEST) double imagesPerSecond,
            @DecimalMin("0") Double secondsLeft)
            implements Progress {

        public Training {
            losses = Numbers.finite(losses);
            gap = Numbers.finiteOrNull(gap);
            imagesPerSecond = Double.isFinite(imagesPerSecond) ? imagesPerSecond : 0;
            secondsLeft = foreseeable(secondsLeft);
        }

        @Override
        public JobKind subject() {
            return JobKind.TRAINING;
        }
    }

    /**
     * How far a task of a completion job has come.
     *
     * @param images images done with so far
     * @param total images of the task
     * @param failed how many of those done with could not be completed; left out while there is none
     * @param underWay how much work is begun besides, in images: half of the search for each of 32 images is 16; told of tasks only
     * @param secondsLeft estimate for the whole job; told of jobs only, and null while unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Completion(
            @Min(0) int images,
            @Min(0) int total,
            @Min(0) Integer failed,
            @DecimalMin("0") @DecimalMax("10000000") Double underWay,
            @DecimalMin("0") Double secondsLeft)
            implements Progress {

        public Completion {
            failed = failed != null && failed == 0 ? null : failed;
            underWay = Numbers.finiteOrNull(underWay);
            secondsLeft = foreseeable(secondsLeft);
        }

        @Override
        public JobKind subject() {
            return JobKind.COMPLETION;
        }

        /** Progress without a failed image, and with nothing begun. */
        public Completion(int images, int total) {
            this(images, total, null);
        }

        /** Progress with nothing begun. */
        public Completion(int images, int total, Integer failed) {
            this(images, total, failed, null, null);
        }
    }

    private static Double foreseeable(Double seconds) {
        return seconds != null && seconds <= FORESEEABLE ? seconds : null;
    }
}
