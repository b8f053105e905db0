package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * How an image is completed by latent optimisation (RankGAN eq. 8-11, GoGAN eq. 30-33). What stands behind {@code start} may be
 * left out, and then is left out of messages too.
 *
 * @param lambda weight of the perceptual loss (RankGAN: 10, GoGAN: 0.1)
 * @param steps most updates of z
 * @param learningRate the optimizer's rate for z
 * @param start where z starts
 * @param starts how many draws from the prior are searched from, the best being kept for each image; 1 when left out
 * @param optimizer what turns gradients into updates of z; Adam when left out
 * @param clip z is clipped to [-clip, clip] after each update; not clipped when left out
 * @param stop when an image's search is over before its last update; never when left out
 * @param perceptual which paper's perceptual loss; RankGAN's when left out
 * @param similarity weight of 1 - SSIM of what is visible, a term of RankGAN's authors' published code that the papers do not mention;
 *     0 when left out
 * @param blending how the hole is filled with what was generated; when left out a dataset's images are pasted, as in the papers, and users'
 *     own pictures blended by Poisson's equation
 * @param output what users' own pictures are written as; PNG when left out
 * @param threshold how bright, of 255, a pixel of a picture's mask may be without being missing; when left out 0, and 31 for masks that were
 *     compressed with loss
 * @param grow how many pixels around what a picture's mask hides are missing, too; none when left out
 * @param feather how many visible pixels around what is missing of a picture are mixed with what was generated, less of it the farther they
 *     are; none when left out, and all visible pixels stay as they are
 * @param invert whether a picture's mask is black where something is missing; white when left out
 */
@FieldsFit
public record CompletionSettings(
        @NotNull @DecimalMin("0") @DecimalMax("10000") Double lambda,
        @NotNull @Min(1) @Max(10_000) Integer steps,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double learningRate,

        @NotNull Start start,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Min(1) @Max(64)
        Integer starts,

        @JsonInclude(JsonInclude.Include.NON_NULL) Optimizer optimizer,

        @JsonInclude(JsonInclude.Include.NON_NULL) @DecimalMin(value = "0", inclusive = false) @DecimalMax("100")
        Double clip,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid StopRule stop,
        @JsonInclude(JsonInclude.Include.NON_NULL) Perceptual perceptual,

        @JsonInclude(JsonInclude.Include.NON_NULL) @DecimalMin("0") @DecimalMax("1000000")
        Double similarity,

        @JsonInclude(JsonInclude.Include.NON_NULL) Blending blending,
        @JsonInclude(JsonInclude.Include.NON_NULL) Output output,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Min(0) @Max(254)
        Integer threshold,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Min(0) @Max(64)
        Integer grow,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Min(0) @Max(64)
        Integer feather,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean invert)
        implements Fitting {

    /** The settings that have to be given. */
    public CompletionSettings(Double lambda, Integer steps, Double learningRate, Start start) {
        this(
                lambda,
                steps,
                learningRate,
                start,
                null,
                null,
                null,
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

    /** The same with at most {@code most} updates of z. */
    public CompletionSettings withAtMost(int most) {
        return with(lambda, Math.min(steps, most), blending);
    }

    /** The same without the critic's opinion: networks without a critic complete by what is visible alone. */
    public CompletionSettings withoutCritic() {
        return with(0.0, steps, blending);
    }

    /** The same, blended by {@code otherwise} when nothing is said of it. */
    public CompletionSettings blendedBy(Blending otherwise) {
        return blending != null ? this : with(lambda, steps, otherwise);
    }

    private CompletionSettings with(Double weight, int most, Blending blended) {
        return new CompletionSettings(
                weight,
                most,
                learningRate,
                start,
                starts,
                optimizer,
                clip,
                stop,
                perceptual,
                similarity,
                blended,
                output,
                threshold,
                grow,
                feather,
                invert);
    }

    @Override
    public List<Misfit> misfits() {
        return starts == null || starts == 1 || start != Start.ENCODER
                ? List.of()
                : List.of(new Misfit("starts", "several starts are draws from the prior: the encoder gives one only"));
    }

    /** Where the optimisation of z starts. */
    public enum Start {
        /** The encoder's mean of the masked image. */
        @JsonProperty("encoder")
        ENCODER,
        /** Seeded draws from the prior. */
        @JsonProperty("prior")
        PRIOR
    }

    /** What turns gradients into updates of z. */
    public enum Optimizer {
        /** Adam with its authors' constants. */
        @JsonProperty("adam")
        ADAM,
        /** RMSProp, decay 0.99. */
        @JsonProperty("rmsprop")
        RMSPROP,
        /** Gradient descent with Nesterov's momentum of 0.9. */
        @JsonProperty("nesterov")
        NESTEROV
    }

    /** How much less real than real the discriminator finds what was generated. */
    public enum Perceptual {
        /** RankGAN (9): -D(G(z)). */
        @JsonProperty("rankgan")
        RANKGAN,
        /** GoGAN (31): D(y) - D(G(z)), which differs by a constant. */
        @JsonProperty("gogan")
        GOGAN
    }

    /** What a completed picture is written as. */
    public enum Output {
        /** PNG, without loss. */
        @JsonProperty("png")
        PNG,
        /** What it came as, where that can be written: a JPEG as a JPEG of quality 95, all others as PNG. */
        @JsonProperty("original")
        ORIGINAL
    }

    /** How the hole is filled. */
    public enum Blending {
        /** With what was generated, as it is: RankGAN (11), GoGAN (33). */
        @JsonProperty("paste")
        PASTE,
        /** With the gradients of what was generated and the colours of what is visible around (Poisson's equation). */
        @JsonProperty("poisson")
        POISSON
    }

    /**
     * When the search for one image's z is over before its last update: when the lowest objective so far is less than
     * {@code tolerance} of its size below what it was {@code window} updates before.
     *
     * @param tolerance relative improvement
     * @param window updates between two looks
     * @param minimum updates that are made in any case
     */
    public record StopRule(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false)
            Double tolerance,

            @NotNull @Min(1) @Max(1_000) Integer window,
            @NotNull @Min(0) @Max(10_000) Integer minimum) {}
}
