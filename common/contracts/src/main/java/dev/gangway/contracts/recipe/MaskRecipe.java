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
 * @param percent the missing share of the area, for centre squares only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaskRecipe(
        @NotNull Kind kind, @Min(1) @Max(90) Integer percent) {

    /** A centre square that hides {@code percent} of the area. */
    public static MaskRecipe centreSquare(int percent) {
        return new MaskRecipe(Kind.CENTRE_SQUARE, percent);
    }

    /** Whether a share is given exactly where it means something. */
    @JsonIgnore
    @AssertTrue(message = "percent belongs to a centre-square mask, and only to that")
    public boolean isPercentFitting() {
        return kind == null || (kind == Kind.CENTRE_SQUARE) == (percent != null);
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
        PERIOCULAR_LARGE
    }
}
