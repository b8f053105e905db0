package dev.gangway.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.Retention;
import dev.gangway.gateway.job.JobTimes;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.LeftOut;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.job.StageResult;
import dev.gangway.gateway.job.Waiting;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as clients see it.
 *
 * @param details what only the job's own page shows; null in lists
 * @param links where to go from here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job", description = "A job as it stands.")
record JobView(
        JobId id,
        JobKind kind,
        TeamId team,
        JobState state,
        @JsonUnwrapped WorkView work,

        @Schema(description = "How far it has come; left out before the first news.")
        Progress progress,

        @Schema(description = "Why it failed; left out unless it did.")
        JobFailure failure,

        @Schema(description = "What came of it; left out until it succeeded.")
        Result result,

        @JsonUnwrapped JobTimes times,
        @JsonUnwrapped Details details,
        Map<String, String> links) {

    /** What a job is to do; in lists without the long parts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkView(
            String model,
            DatasetView.Name dataset,

            @Schema(description = "Completion of pictures: where they were found in the bucket.")
            String pictures,

            @Schema(description = "Training: the recipe with all overrides applied.")
            Recipe recipe,

            @Schema(description = "Training: which checkpoints are kept.")
            Retention retention,

            @Schema(description = "Completion: which networks.")
            CheckpointId checkpoint,

            @Schema(description = "Completion: which part of the dataset.")
            Split split,

            @Schema(description = "Completion: index of the first image.")
            Integer from,

            @Schema(description = "Completion: how many images.")
            Integer images,

            @Schema(description = "Completion: what is hidden.")
            MaskRecipe mask,

            @Schema(description = "Completion: how images are completed.")
            CompletionSettings settings,

            @Schema(description = "Completion: seeds each image's start.")
            Long seed,

            @Schema(description = "Completion: true when the images are judged as faces; otherwise left out.")
            Boolean faces,

            @Schema(
                    description =
                            "Completion of pictures: what was found beside them and is no part of the job; left out in lists.")
            LeftOut leftOut) {

        static WorkView of(JobWork work, boolean whole) {
            if (work instanceof JobWork.PictureCompletion pictures) {
                return new WorkView(
                        work.model(),
                        null,
                        pictures.prefix(),
                        null,
                        null,
                        pictures.checkpoint().id(),
                        null,
                        null,
                        pictures.pictures(),
                        pictures.mask(),
                        pictures.settings(),
                        pictures.seed(),
                        pictures.faces(),
                        whole ? pictures.leftOut() : null);
            }
            DatasetView.Name dataset = DatasetView.Name.of(work.dataset());
            if (work instanceof JobWork.Completion completion) {
                return new WorkView(
                        work.model(),
                        dataset,
                        null,
                        null,
                        null,
                        completion.checkpoint().id(),
                        completion.images().split(),
                        completion.images().from(),
                        completion.images().count(),
                        completion.mask(),
                        completion.settings(),
                        completion.seed(),
                        completion.faces(),
                        null);
            }
            JobWork.Training training = (JobWork.Training) work;
            return new WorkView(
                    work.model(),
                    dataset,
                    null,
                    whole ? training.recipe() : null,
                    training.retention(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** What came of a job. */
    record Result(
            @Schema(description = "The object in the bucket that sums it up.")
            String key) {}

    /** What only a job's own page shows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "The request as it came.")
            String request,

            @Schema(description = "How often the work, or the part of it that was sent most often, was sent.")
            int attempts,

            @Schema(description = "Attempts that failed for the machine's reason.")
            long failures,

            @Schema(
                    description =
                            "Why nobody works on it at the moment; left out while somebody does, and once it has ended.")
            Waiting waiting,

            Tasks tasks,

            @Schema(description = "Training: the stages that have ended.")
            List<StageResult> stages,

            List<Move> history) {}

    /** The parts that workers do. */
    record Tasks(long total, long running, long done) {}
}
