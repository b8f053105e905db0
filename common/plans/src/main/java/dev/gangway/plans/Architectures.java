package dev.gangway.plans;

import dev.gangway.contracts.recipe.NetworkRecipe;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.ProgressiveArchitecture;
import dev.gangway.gan.network.Upsampling;
import dev.gangway.gan.torchscript.Precision;

/** The form of a recipe's networks. */
public final class Architectures {

    private Architectures() {}

    /** The architecture that {@code network} describes. */
    public static Architecture of(NetworkRecipe network) {
        return switch (network.architecture()) {
            case DCGAN ->
                new DcganArchitecture(
                        network.imageSize(),
                        network.width(),
                        network.latent(),
                        upsampling(network.upsampling()),
                        normalisation(network.normalisation()),
                        initialisation(network.initialisation()));
            case PROGRESSIVE -> new ProgressiveArchitecture(network.imageSize(), network.width(), network.latent());
        };
    }

    static Precision precision(NetworkRecipe network) {
        return switch (network.precision()) {
            case FLOAT32 -> Precision.FULL;
            case BFLOAT16 -> Precision.BFLOAT16;
        };
    }

    private static Upsampling upsampling(NetworkRecipe.Upsampling upsampling) {
        return switch (upsampling) {
            case BILINEAR -> Upsampling.BILINEAR;
            case TRANSPOSED -> Upsampling.TRANSPOSED_CONVOLUTION;
        };
    }

    private static Normalisation normalisation(NetworkRecipe.Normalisation normalisation) {
        return switch (normalisation) {
            case NONE -> Normalisation.NONE;
            case BATCH -> Normalisation.BATCH;
        };
    }

    private static Initialisation initialisation(NetworkRecipe.Initialisation initialisation) {
        return switch (initialisation) {
            case HE -> Initialisation.HE;
            case DCGAN -> Initialisation.DCGAN;
        };
    }
}
