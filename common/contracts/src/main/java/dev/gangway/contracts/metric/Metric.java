package dev.gangway.contracts.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.job.Text;
import dev.gangway.contracts.recipe.Recipe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A measurement on {@code gangway.metrics}, keyed by job. */
public sealed interface Metric {

    /** How many values one message has at most. */
    int VALUES = 500;

    /** The job that was measured. */
    JobId job();

    /**
     * A point of a training job's curves.
     *
     * @param stage the stage, from 0
     * @param step updates done in the stage
     * @param values each value by name: loss terms, mean scores, gap, order held, images per second
     */
    record TrainingCurve(
            @NotNull JobId job,
            @NotNull TeamId team,
            @NotNull Instant at,
            @Min(0) @Max(Recipe.STAGES) int stage,
            @Min(0) long step,
            @NotNull @Size(max = VALUES) Map<@NotNull @Text String, @NotNull @Measured Double> values)
            implements Metric {

        public TrainingCurve {
            values = Numbers.finite(values);
        }
    }

    /**
     * How well one image was completed.
     *
     * @param image index in the dataset's split
     * @param stage stage of the checkpoint
     * @param figures against the truth
     */
    record ImageFigures(
            @NotNull JobId job,
            @NotNull TeamId team,
            @NotNull Instant at,
            @Min(0) int image,
            @Min(0) @Max(Recipe.STAGES) int stage,
            @NotNull @Valid Fidelity figures)
            implements Metric {}

    /**
     * How well a set of images was completed.
     *
     * @param scope {@code task} for a batch, {@code job} for all images of the job
     * @param task the batch, null for the whole job
     * @param row what was measured: {@code truth}, {@code occluded}, {@code mean-colour}, {@code mean-image} or {@code
     *     completed}
     * @param stage stage of the checkpoint
     * @param figures means over the set; all undefined for the truth, which is not compared with itself
     * @param distances between the set and the true images; undefined for the truth
     * @param inceptionScore of the set, by the extractor of the distances; null when it does not classify
     * @param faces how well people are recognised, by each matcher; left out unless the images are of faces
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SetFigures(
            @NotNull JobId job,
            @NotNull TeamId team,
            @NotNull Instant at,
            @NotNull Scope scope,
            @Min(0) Integer task,
            @NotNull @Text(max = 100) String row,
            @Min(0) @Max(Recipe.STAGES) int stage,
            @NotNull @Valid Fidelity figures,
            @NotNull @Valid Distances distances,

            @DecimalMin(Ranges.LEAST_INCEPTION_SCORE) @DecimalMax(Measured.LARGEST)
            Double inceptionScore,

            @Size(max = VALUES) List<@NotNull @Valid FaceFigures> faces)
            implements Metric {

        public SetFigures {
            inceptionScore = Numbers.finiteOrNull(inceptionScore);
        }
    }

    /** What a set is. */
    enum Scope {
        TASK,
        JOB
    }

    /**
     * Fidelity to the truth; PSNR in dB with data range 255, from 0 to 200, SSIM after Wang, from -1 to 1; null where undefined, as the
     * PSNR of identical pixels is.
     *
     * @param psnr whole image
     * @param ssim whole image; null when a side has less than 11 pixels, where no window fits
     * @param psnrHole missing pixels only
     * @param ssimHole missing pixels only; null when no window lies inside
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fidelity(
            @DecimalMin(Ranges.LEAST_PSNR) @DecimalMax(Ranges.LARGEST_PSNR)
            Double psnr,

            @DecimalMin(Ranges.LEAST_SSIM) @DecimalMax(Ranges.LARGEST_SSIM)
            Double ssim,

            @DecimalMin(Ranges.LEAST_PSNR) @DecimalMax(Ranges.LARGEST_PSNR)
            Double psnrHole,

            @DecimalMin(Ranges.LEAST_SSIM) @DecimalMax(Ranges.LARGEST_SSIM)
            Double ssimHole) {

        public Fidelity {
            psnr = Numbers.finiteOrNull(psnr);
            ssim = Numbers.finiteOrNull(ssim);
            psnrHole = Numbers.finiteOrNull(psnrHole);
            ssimHole = Numbers.finiteOrNull(ssimHole);
        }
    }

    /**
     * Distances between two sets of images in a feature space.
     *
     * @param extractor the feature extractor's name
     * @param samples how many images each set has
     * @param fid Frechet distance, 0 at least; null when there are too few images to compute it
     * @param fidReliable false below twice as many samples as features, and below 50
     * @param kid kernel distance; null when there are too few images to compute it
     * @param kidReliable false below 50 images; left out in messages from before it was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Distances(
            @NotNull @Text String extractor,
            @Min(0) int samples,
            @DecimalMin("0") @DecimalMax(Measured.LARGEST) Double fid,
            boolean fidReliable,
            @Measured Double kid,
            Boolean kidReliable) {

        public Distances {
            fid = Numbers.finiteOrNull(fid);
            kid = Numbers.finiteOrNull(kid);
        }
    }

    /**
     * Whether the faces of a set are those of the true images (RankGAN, Table 2).
     *
     * @param matcher the face matcher's name
     * @param similarity mean over pairs of an image and its own truth; larger is more alike, and each matcher has a scale of its own
     * @param auc area under the curve for telling these pairs from pairs with another image's truth, in [0, 1]
     * @param genuine how many pairs of an image and its own truth
     * @param impostors how many pairs of an image and another's truth
     */
    record FaceFigures(
            @NotNull @Text String matcher,
            @Measured double similarity,
            @DecimalMin("0") @DecimalMax("1") double auc,
            @Min(0) long genuine,
            @Min(0) long impostors) {}
}
