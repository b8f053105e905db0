package dev.gangway.completion.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.LeftOutFile;
import dev.gangway.artifacts.image.SquareFrame;
import dev.gangway.artifacts.picture.UploadNotes;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.picture.PictureOutcome;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Blending;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of a job with users' own pictures: {@code results.json}.
 *
 * @param job the job
 * @param stage the checkpoint's stage
 * @param checkpoint which networks completed them
 * @param mask what was missing of pictures without a mask of their own; left out when all had one
 * @param settings how they were completed
 * @param pictures how many there were
 * @param completed how many were completed
 * @param refused how many could not be
 * @param samples how many were compared with their truth
 * @param rows the truth itself, then the baselines and the completion; empty without truth
 * @param images what became of each picture, in the order of their numbers
 * @param leftOut files that were found beside the pictures, each with the reason
 * @param notices what else whoever sent the pictures should know
 * @param report the keys of the page about the job and of its table
 */
record PictureResults(
        JobId job,
        int stage,
        CheckpointReference checkpoint,
        MaskRecipe mask,
        CompletionSettings settings,
        int pictures,
        int completed,
        int refused,
        int samples,
        List<Results.Row> rows,
        List<Image> images,
        List<LeftOutFile> leftOut,
        List<FileNotice> notices,
        List<String> report) {

    /**
     * One picture.
     *
     * @param image its number
     * @param name its name
     * @param outcome {@code completed} or {@code refused}
     * @param code why it was refused, in kebab case
     * @param reason why it was refused, for a person
     * @param width in pixels
     * @param height in pixels
     * @param missing how many pixels were missing
     * @param square the part that the networks were given, or that of several of which most was visible
     * @param squares all of them, when there were several
     * @param notes what a person should know of it; left out when there is nothing
     * @param figures how close it came to its truth, if that is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(
            int image,
            String name,
            String outcome,
            String code,
            String reason,
            Integer width,
            Integer height,
            Integer missing,
            SquareFrame square,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SquareFrame> squares,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
            @JsonUnwrapped Fidelity figures) {

        static Image of(PictureOutcome outcome, JudgedImage judged) {
            if (outcome instanceof PictureOutcome.Refused refused) {
                return new Image(
                        refused.picture(),
                        refused.name(),
                        "refused",
                        refused.code(),
                        refused.reason(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            PictureOutcome.Completed completed = (PictureOutcome.Completed) outcome;
            return new Image(
                    completed.picture(),
                    completed.name(),
                    "completed",
                    null,
                    null,
                    completed.width(),
                    completed.height(),
                    completed.missing(),
                    completed.square(),
                    completed.squares().size() > 1 ? completed.squares() : List.of(),
                    completed.notes(),
                    judged == null ? null : judged.figures().get(ImageSet.COMPLETED));
        }
    }

    static PictureResults of(
            MergePictures task,
            List<PictureOutcome> outcomes,
            List<SetJudgement> sets,
            List<JudgedImage> judged,
            UploadNotes besides,
            List<String> report) {
        Map<Integer, JudgedImage> byNumber =
                judged.stream().collect(Collectors.toMap(JudgedImage::image, Function.identity()));
        int refused = (int) outcomes.stream()
                .filter(PictureOutcome.Refused.class::isInstance)
                .count();
        CompletionSettings settings = task.settings().blendedBy(Blending.POISSON);
        return new PictureResults(
                task.job(),
                task.checkpoint().id().stage(),
                task.checkpoint(),
                task.mask(),
                settings,
                outcomes.size(),
                outcomes.size() - refused,
                refused,
                judged.size(),
                sets.stream().map(set -> Results.Row.of(set, settings)).toList(),
                outcomes.stream()
                        .map(outcome -> Image.of(outcome, byNumber.get(outcome.picture())))
                        .toList(),
                besides.leftOut(),
                besides.notices(),
                report);
    }
}
