package dev.gangway.evaluation;

import java.util.List;

/** A network that describes images by features in which distances between sets of images mean something. */
public interface FeatureExtractor extends AutoCloseable {

    /** The name that figures computed from these features carry, such as {@code resnet50}. */
    String name();

    /**
     * How images are prepared for the network, such as {@code bilinear-224}: together with the name it says whether features
     * that were kept are those that would be made anew.
     */
    String preparation();

    /** How many features an image has. */
    int dimension();

    /**
     * Describes images of any size, in their order.
     *
     * @throws IllegalStateException when the network cannot be run
     */
    List<ImageFeatures> extract(List<RgbImage> images);

    /** Frees the network and its device memory. */
    @Override
    void close();
}
