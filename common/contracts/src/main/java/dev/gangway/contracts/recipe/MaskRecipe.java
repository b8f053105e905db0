package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Which part of an image is missing.
 *
 * @param kind the mask's form
 * @param percent the missing share of the area, for centre squares and random masks only
 * @param blocks how many squares the share is cut into, for random blocks only; one when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskRecipe(
        @NotNull Kind kind,
        @Min(1) @Max(90) Integer percent,
        @Min(1) @Max(64) Integer blocks) {

    /** A mask that is not cut into blocks. */
    public MaskRecipe(Kind kind, Integer percent) {
        this(kind, percent, null);
    }

    /** A centre square that hides {@code percent} of the area. */
    public static MaskRecipe centreSquare(int percent) {
        return new MaskRecipe(Kind.CENTRE_SQUARE, percent);
    }

    /** Whether a share is given exactly where it means something. */
    @JsonIgnore
    @AssertTrue(message = "percent belongs to a centre-square, random-blocks or random-pixels mask, and only to those")
    public boolean isPercentFitting() {
        return kind == null || kind.hasShare() == (percent != null);
    }

    /** Whether blocks are counted only where there are any. */
    @JsonIgnore
    @AssertTrue(message = "blocks belongs to a random-blocks mask only")
    public boolean isBlocksFitting() {
        return kind == null || blocks == null || kind == Kind.RANDOM_BLOCKS;
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
        RANDOM_PIXELS;

        /** Whether every image has a mask of its own, which follows from a seed. */
        public boolean isRandom() {
            return this == RANDOM_BLOCKS || this == RANDOM_PIXELS;
        }

        private boolean hasShare() {
            return this == CENTRE_SQUARE || isRandom();
        }
    }
}
