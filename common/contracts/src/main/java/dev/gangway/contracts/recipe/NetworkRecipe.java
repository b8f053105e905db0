package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The form of generator, critic and encoder.
 *
 * @param architecture the family of networks
 * @param imageSize height and width of the images, 32 or 64
 * @param width channels of the widest-resolution layer; deeper layers have twice as many each
 * @param latent length of the latent vector z
 * @param upsampling how the generator doubles the resolution
 */
public record NetworkRecipe(
        @NotNull Family architecture,
        @NotNull Integer imageSize,
        @NotNull @Min(4) @Max(256) Integer width,
        @NotNull @Min(2) @Max(1024) Integer latent,
        @NotNull Upsampling upsampling) {

    /** Whether the networks can make images of this size. */
    @JsonIgnore
    @AssertTrue(message = "imageSize must be 32 or 64")
    public boolean isImageSizeSupported() {
        return imageSize == null || imageSize == 32 || imageSize == 64;
    }

    /** A family of networks. */
    public enum Family {
        /** Strided convolutions down, upsampling convolutions up (Radford et al.). */
        @JsonProperty("dcgan")
        DCGAN
    }

    /** How a generator doubles the resolution. */
    public enum Upsampling {
        /** Transposed 4x4 convolutions of stride 2, as in DCGAN. */
        @JsonProperty("transposed")
        TRANSPOSED,
        /** Bilinear interpolation and a 3x3 convolution: no checkerboards. */
        @JsonProperty("bilinear")
        BILINEAR
    }
}
