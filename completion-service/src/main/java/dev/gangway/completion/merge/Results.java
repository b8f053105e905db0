package dev.gangway.completion.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.completion.judgement.Distribution;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.judgement.SetFidelity;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.evaluation.FaceVerification;
import java.util.List;

/**
 * What came of a completion job: {@code results.json}. A PSNR that is null is infinite for an image, and for a set means that
 * it is infinite for every image.
 *
 * @param job the job
 * @param stage the checkpoint's stage
 * @param checkpoint which networks completed the images
 * @param source which images
 * @param mask what was missing
 * @param settings how they were completed
 * @param extractor which features the distances are measured in
 * @param samples how many images were completed
 * @param rows the true images themselves, then the baselines and the completion, each against the truth
 * @param images how close each completed image is to the truth
 * @param refused how many could not be
 * @param refusals which, and why; left out when there is none
 * @param report the keys of pictures that show some of the images
 */
record Results(
        JobId job,
        int stage,
        CheckpointReference checkpoint,
        ImageRange source,
        MaskRecipe mask,
        CompletionSettings settings,
        String extractor,
        int samples,
        List<Row> rows,
        List<Image> images,
        int refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedImage> refusals,
        List<String> report) {

    /** One set of images against the truth. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            String row,
            String filling,
            Double psnr,
            Double ssim,
            Double psnrHole,
            Double ssimHole,
            Double fid,
            boolean fidReliable,
            Double kid,
            Boolean kidReliable,
            int samples,
            String extractor,
            Double inceptionScore,
            SetFidelity distributions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Faces> faces) {

        static Row of(SetJudgement judgement, CompletionSettings settings) {
            Fidelity means = judgement.fidelity().means();
            return new Row(
                    judgement.set().label(),
                    judgement.set().filling(settings.blending()),
                    means.psnr(),
                    means.ssim(),
                    means.psnrHole(),
                    means.ssimHole(),
                    judgement.distances().fid(),
                    judgement.distances().fidReliable(),
                    judgement.distances().kid(),
                    judgement.distances().kidReliable(),
                    judgement.distances().samples(),
                    judgement.distances().extractor(),
                    judgement.inceptionScore(),
                    judgement.fidelity(),
                    judgement.faces().stream().map(Faces::of).toList());
        }
    }

    /** Whether the faces of a set are those of the true images, by one matcher; left out unless the images are of faces. */
    record Faces(String matcher, Distribution similarity, double auc, long genuine, long impostors) {

        static Faces of(FaceVerification faces) {
            return new Faces(
                    faces.matcher(),
                    Distribution.of(faces.similarity()),
                    faces.auc(),
                    faces.genuine(),
                    faces.impostors());
        }
    }

    /** One completed image against the truth. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Image(int image, Double psnr, Double ssim, Double psnrHole, Double ssimHole) {

        static Image of(JudgedImage image) {
            Fidelity figures = image.figures().get(ImageSet.COMPLETED);
            return new Image(image.image(), figures.psnr(), figures.ssim(), figures.psnrHole(), figures.ssimHole());
        }
    }

    static Results of(
            MergeFigures task,
            List<SetJudgement> sets,
            List<JudgedImage> images,
            List<RefusedImage> refused,
            List<String> report) {
        return new Results(
                task.job(),
                task.checkpoint().id().stage(),
                task.checkpoint(),
                task.images(),
                task.mask(),
                task.settings(),
                sets.get(0).distances().extractor(),
                images.size(),
                sets.stream().map(set -> Row.of(set, task.settings())).toList(),
                images.stream().map(Image::of).toList(),
                refused.size(),
                refused,
                report);
    }
}
