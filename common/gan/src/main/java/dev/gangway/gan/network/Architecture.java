package dev.gangway.gan.network;

import ai.djl.ndarray.NDManager;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;

/**
 * A family of networks and their sizes: plain data from which the shape of every weight follows. From 4 x 4 values to the
 * image and back, height and width double or halve step by step while the channels halve or double.
 */
public sealed interface Architecture permits DcganArchitecture, ProgressiveArchitecture {

    /** Red, green and blue. */
    int COLOURS = 3;

    /** Height and width of an image in pixels: 16, 32, 64 or 128. */
    int size();

    /** Channels of the layer next to the image, 1 to 512. */
    int width();

    /** Length of the latent vector z, 1 to 1024. */
    int latent();

    /** The generator's arrays before they exist. */
    NetworkPlan generator();

    /** The critic's arrays before they exist. */
    NetworkPlan critic();

    /** The encoder's arrays before they exist: a mean and a log variance per latent come out. */
    NetworkPlan encoder();

    /** The networks as functions, convolving in {@code precision}. */
    Networks networks(Operations operations, Precision precision);

    /** How many values an image has: colours times height times width. */
    default int imageLength() {
        return COLOURS * size() * size();
    }

    /** The generator's first weights, the same for the same {@code seed}. */
    default Parameters firstGenerator(NDManager parent, long seed) {
        return generator().first(parent, Seeds.generator(seed, 0));
    }

    /** The critic's first weights, the same for the same {@code seed}. */
    default Parameters firstCritic(NDManager parent, long seed) {
        return critic().first(parent, Seeds.generator(seed, 1));
    }

    /** The encoder's first weights, the same for the same {@code seed}. */
    default Parameters firstEncoder(NDManager parent, long seed) {
        return encoder().first(parent, Seeds.generator(seed, 2));
    }
}
