package dev.gangway.gan.network;

/** What keeps a layer's values in a fixed range. */
public enum Normalisation {
    /** Nothing: what a critic under a gradient penalty needs, which is defined for each image by itself. */
    NONE,
    /** Batch normalisation (Ioffe and Szegedy 2015) where DCGAN has it: not next to the image, not at the critic's output. */
    BATCH
}
