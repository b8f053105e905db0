package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of generator, critic and encoder.
 *
 * @param architecture the family of networks
 * @param imageSize height and width of the images: 32, 64 or 128
 * @param width channels of the layer next to the image; deeper layers have twice as many each
 * @param latent length of the latent vector z
 * @param upsampling how the generator doubles the resolution; transposed, for the progressive family the only way
 * @param normalisation of dcgan's generator and critic; none when it is not said
 * @param initialisation of dcgan's weights; He's when it is not said
 * @param precision of convolutions; float32 when it is not said
 */
@FieldsFit
public record NetworkRecipe(
        @NotNull Family architecture,
        @NotNull Integer imageSize,
        @NotNull @Min(4) @Max(256) Integer width,
        @NotNull @Min(2) @Max(1024) Integer latent,
        @NotNull Upsampling upsampling,
        @NotNull Normalisation normalisation,
        @NotNull Initialisation initialisation,
        @NotNull Precision precision)
        implements Fitting {

    public NetworkRecipe {
        normalisation = normalisation == null ? Normalisation.NONE : normalisation;
        initialisation = initialisation == null ? Initialisation.HE : initialisation;
        precision = precision == null ? Precision.FLOAT32 : precision;
    }

    @Override
    public List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        if (imageSize != null && imageSize != 32 && imageSize != 64 && imageSize != 128) {
            misfits.add(new Misfit("imageSize", "must be 32, 64 or 128"));
        }
        if (architecture == Family.PROGRESSIVE) {
            if (upsampling != null && upsampling != Upsampling.TRANSPOSED) {
                misfits.add(new Misfit("upsampling", "of progressive networks is transposed"));
            }
            if (normalisation != Normalisation.NONE) {
                misfits.add(
                        new Misfit("normalisation", "of progressive networks is none: they have a norm of their own"));
            }
            if (initialisation != Initialisation.HE) {
                misfits.add(
                        new Misfit("initialisation", "of progressive networks is he: they scale their own weights"));
            }
        }
        return misfits;
    }

    /** A family of networks. */
    public enum Family {
        /** Strided convolutions down, upsampling convolutions up (Radford et al.): GoGAN's. */
        @JsonProperty("dcgan")
        DCGAN,
        /** ProGAN's layers without growing: RankGAN's. */
        @JsonProperty("progressive")
        PROGRESSIVE
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

    /** What keeps layers in their range. */
    public enum Normalisation {
        /** Nothing, as a gradient penalty needs it. */
        @JsonProperty("none")
        NONE,
        /** Batch normalisation in generator and critic, as in DCGAN. */
        @JsonProperty("batch")
        BATCH
    }

    /** The first weights. */
    public enum Initialisation {
        /** The variance that keeps that of the signal (He et al.). */
        @JsonProperty("he")
        HE,
        /** Standard deviation 0.02, as in DCGAN. */
        @JsonProperty("dcgan")
        DCGAN
    }

    /** The arithmetic of convolutions. */
    public enum Precision {
        /** Single precision. */
        @JsonProperty("float32")
        FLOAT32,
        /** bfloat16 inside of convolutions; weights stay float32. */
        @JsonProperty("bfloat16")
        BFLOAT16
    }
}
