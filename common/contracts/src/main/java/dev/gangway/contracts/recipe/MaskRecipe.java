package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which part of an image is missing.
 *
 * @param kind the mask's form
 * @param percent the missing share of the area, for centre squares and random masks only
 * @param blocks how many squares the share is cut into, for random blocks only; one when left out
 * @param image a PNG, JPEG or WebP file of the networks' size, white where something is missing, for an image only; in JSON as Base64
 */
@FieldsFit
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskRecipe(
        @NotNull Kind kind,
        @Min(1) @Max(90) Integer percent,
        @Min(1) @Max(64) Integer blocks,
        @Size(max = MaskRecipe.IMAGE_BYTES) byte[] image)
        implements Fitting {

    /** The largest file of a mask in bytes: a PNG of 128 x 128 pixels has far fewer. */
    public static final int IMAGE_BYTES = 65_536;

    /** A mask that is not cut into blocks. */
    public MaskRecipe(Kind kind, Integer percent) {
        this(kind, percent, null);
    }

    /** A mask that is not an image. */
    public MaskRecipe(Kind kind, Integer percent, Integer blocks) {
        this(kind, percent, blocks, null);
    }

    /** What a file shows in white. */
    public static MaskRecipe image(byte[] file) {
        return new MaskRecipe(Kind.IMAGE, null, null, file);
    }

    /** A centre square that hides {@code percent} of the area. */
    public static MaskRecipe centreSquare(int percent) {
        return new MaskRecipe(Kind.CENTRE_SQUARE, percent);
    }

    @Override
    public List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        if (kind != null && kind.hasShare() != (percent != null)) {
            misfits.add(new Misfit(
                    "percent", "belongs to a centre-square, random-blocks or random-pixels mask, and only to those"));
        }
        if (kind != null && blocks != null && kind != Kind.RANDOM_BLOCKS) {
            misfits.add(new Misfit("blocks", "belongs to a random-blocks mask only"));
        }
        if (kind != null && (kind == Kind.IMAGE) != (image != null)) {
            misfits.add(new Misfit("image", "a file in Base64, belongs to an image mask, and only to that"));
        }
        return misfits;
    }

    /** Throws {@link IllegalArgumentException} when the values do not belong to the kind. */
    public void requireFitting() {
        for (Misfit misfit : misfits()) {
            throw new IllegalArgumentException("a " + kind + " mask: " + misfit.field() + " " + misfit.message());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskRecipe mask
                && kind == mask.kind
                && Objects.equals(percent, mask.percent)
                && Objects.equals(blocks, mask.blocks)
                && Arrays.equals(image, mask.image);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, percent, blocks, Arrays.hashCode(image));
    }

    @Override
    public String toString() {
        return kind + (percent == null ? "" : " of " + percent + " %") + (blocks == null ? "" : " in " + blocks);
    }

    /** The form of a mask. */
    public enum Kind {
        /** GoGAN's centre square. */
        @JsonProperty("centre-square")
        CENTRE_SQUARE,
        /** RankGAN's small centre. */
        @JsonProperty("centre-small")
        CENTRE_SMALL,
        /** RankGAN's large centre. */
        @JsonProperty("centre-large")
        CENTRE_LARGE,
        /** RankGAN's small periocular mask. */
        @JsonProperty("periocular-small")
        PERIOCULAR_SMALL,
        /** RankGAN's large periocular mask. */
        @JsonProperty("periocular-large")
        PERIOCULAR_LARGE,
        /** The left half. */
        @JsonProperty("left-half")
        LEFT_HALF,
        /** The right half. */
        @JsonProperty("right-half")
        RIGHT_HALF,
        /** The upper half. */
        @JsonProperty("top-half")
        TOP_HALF,
        /** The lower half. */
        @JsonProperty("bottom-half")
        BOTTOM_HALF,
        /** Squares anywhere, others for each image; they follow from the job's seed and the image's index. */
        @JsonProperty("random-blocks")
        RANDOM_BLOCKS,
        /** Single pixels anywhere, others for each image; they follow from the job's seed and the image's index. */
        @JsonProperty("random-pixels")
        RANDOM_PIXELS,
        /** What an image shows in white. */
        @JsonProperty("image")
        IMAGE;

        /** Whether every image has a mask of its own, which follows from a seed. */
        public boolean isRandom() {
            return this == RANDOM_BLOCKS || this == RANDOM_PIXELS;
        }

        private boolean hasShare() {
            return this == CENTRE_SQUARE || isRandom();
        }
    }
}
