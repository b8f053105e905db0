package dev.gangway.gateway.submission;

import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to complete images: those of a dataset, each with a part hidden, to measure the result against the truth; or pictures of
 * the user's own that have a part missing.
 *
 * @param dataset whose images; left out for pictures
 * @param datasetVersion which version of it; the latest when left out
 * @param split which part of it; {@code test} when left out
 * @param from index of the first image; 0 when left out
 * @param images how many images; needed with a dataset
 * @param pictures where the pictures are; left out for a dataset
 * @param checkpoint which networks complete them
 * @param mask what is hidden; for pictures, what is missing of those that come without a mask
 * @param settings what differs from the settings of the checkpoint's recipe
 * @param seed seeds each image's starts and its random mask; 0 when left out
 * @param faces whether the images are of faces, one each, and are to be verified as such; not when left out
 */
@FieldsFit
@Schema(
        description =
                "A wish to complete images: either a dataset's, with a part hidden, to measure the result, or pictures"
                        + " of one's own that have a part missing.")
public record CompletionRequest(
        @Pattern(regexp = Names.PATTERN, message = "must be lower-case letters, digits and inner hyphens, at most 63")
        @Schema(description = "The dataset whose images are completed; left out for pictures.", examples = "cifar")
        String dataset,

        @Min(1) @Schema(description = "Which version of it; the latest when left out.", examples = "1")
        Integer datasetVersion,

        @Schema(description = "Which part of it.", defaultValue = "test")
        Split split,

        @Min(0) @Schema(description = "Index of the first image.", defaultValue = "0")
        Integer from,

        @Min(1) @Schema(description = "How many images; needed with a dataset.", examples = "200")
        Integer images,

        @Valid @Schema(description = "Pictures of one's own; left out for a dataset.")
        PictureChoice pictures,

        @NotNull @Valid CheckpointChoice checkpoint,

        @Valid
        @Schema(
                description =
                        "What is hidden; needed with a dataset. Of pictures it is what is missing of those that come"
                                + " without a mask of their own, and lies in the square that the networks are given.")
        MaskRecipe mask,

        @Schema(description = "What differs from the completion settings of the checkpoint's recipe.")
        Settings settings,

        @Schema(
                description = "Seeds each image's starts and its random mask, together with the image's index.",
                defaultValue = "0")
        Long seed,

        @Schema(
                description = "Whether the images are of faces, one each: adds face similarity and AUC to the results.",
                defaultValue = "false")
        Boolean faces)
        implements Fitting {

    private static final String OF_DATASETS = "belongs to a dataset, and this job completes pictures";

    /** The request with everything filled in that has a fixed default. */
    public CompletionRequest {
        if (pictures == null) {
            split = split == null ? Split.TEST : split;
            from = from == null ? Integer.valueOf(0) : from;
        }
        seed = seed == null ? Long.valueOf(0) : seed;
    }

    @Override
    public List<Misfit> misfits() {
        if ((dataset == null) == (pictures == null)) {
            return List.of(
                    new Misfit("dataset", "a job completes the images of a dataset, or pictures: give one of the two"));
        }
        return dataset == null ? ofPictures() : ofDataset();
    }

    private List<Misfit> ofDataset() {
        List<Misfit> misfits = new ArrayList<>();
        if (images == null) {
            misfits.add(new Misfit("images", "must not be null: how many images of the dataset?"));
        }
        if (mask == null) {
            misfits.add(new Misfit("mask", "must not be null: what is hidden of the dataset's images?"));
        }
        return misfits;
    }

    private List<Misfit> ofPictures() {
        List<Misfit> misfits = new ArrayList<>();
        requireLeftOut(misfits, "datasetVersion", datasetVersion);
        requireLeftOut(misfits, "split", split);
        requireLeftOut(misfits, "from", from);
        requireLeftOut(misfits, "images", images);
        return misfits;
    }

    private static void requireLeftOut(List<Misfit> misfits, String field, Object value) {
        if (value != null) {
            misfits.add(new Misfit(field, OF_DATASETS));
        }
    }

    /** Completion settings of which any may be left out; see {@link CompletionSettings}. */
    @Schema(name = "CompletionSettingsChange")
    public record Settings(
            Double lambda,
            Integer steps,
            Double learningRate,
            CompletionSettings.Start start,
            Integer starts,
            CompletionSettings.Optimizer optimizer,
            Double clip,
            CompletionSettings.StopRule stop,
            CompletionSettings.Perceptual perceptual,
            Double similarity,

            @Schema(
                    description =
                            "How the hole is filled. Unless the recipe or this says so, a dataset's images are pasted, as in"
                                    + " the papers, and pictures are blended by Poisson's equation.")
            CompletionSettings.Blending blending,

            @Schema(description = "What pictures are written as: PNG, or `original`, a JPEG as a JPEG.")
            CompletionSettings.Output output,

            @Schema(description = "A pixel of a picture's mask is missing above this brightness of 255.")
            Integer threshold,

            @Schema(description = "How many pixels around what a picture's mask hides are missing, too.")
            Integer grow,

            @Schema(description = "How many visible pixels around what is missing are mixed with what was generated.")
            Integer feather,

            @Schema(
                    description =
                            "Whether pictures' masks are black where something is missing, and white where nothing is.")
            Boolean invert) {

        /** {@code base} with what is given here instead. */
        CompletionSettings over(CompletionSettings base) {
            return new CompletionSettings(
                    either(lambda, base.lambda()),
                    either(steps, base.steps()),
                    either(learningRate, base.learningRate()),
                    either(start, base.start()),
                    either(starts, base.starts()),
                    either(optimizer, base.optimizer()),
                    either(clip, base.clip()),
                    either(stop, base.stop()),
                    either(perceptual, base.perceptual()),
                    either(similarity, base.similarity()),
                    either(blending, base.blending()),
                    either(output, base.output()),
                    either(threshold, base.threshold()),
                    either(grow, base.grow()),
                    either(feather, base.feather()),
                    either(invert, base.invert()));
        }

        private static <T> T either(T given, T base) {
            return given == null ? base : given;
        }
    }
}
