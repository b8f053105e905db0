package dev.gangway.evaluation;

import ai.djl.Device;
import java.util.List;

/**
 * The 128 values by which the dlib-style face network that Gangway ships tells people apart; it classifies nothing.
 *
 * <p>It wants a tight crop of one face and takes the whole image for that. Before the network the image is resized to 150x150
 * as {@link #preparation()} says: 32-bit floats 0..255, bilinear interpolation with half-pixel centres (PyTorch's {@code
 * interpolate(mode="bilinear", align_corners=False)}), without rounding back to 8 bits. There is no antialiasing: it would
 * change images larger than 150 pixels only, and the images that are completed have 32 or 64.
 *
 * <p>Safe for use by several threads.
 */
public final class FaceEmbeddingExtractor implements FeatureExtractor {

    private static final ShippedNetwork NETWORK = new ShippedNetwork(
            "face/face-embedding-dlib-fp16.pt", "2a205881b183a0dcf2f82f67be9c690d4a6616f4e0120a7a019817cd101eac77");
    private static final int INPUT_SIDE = 150;
    private static final float[] NOT_CLASSIFIED = {};

    private final ImageNetwork network;

    private FaceEmbeddingExtractor(ImageNetwork network) {
        this.network = network;
    }

    /**
     * Loads the network onto {@code device}.
     *
     * @throws IllegalStateException when the shipped file is missing, altered or cannot be loaded
     */
    public static FaceEmbeddingExtractor load(Device device) {
        return new FaceEmbeddingExtractor(NETWORK.load(INPUT_SIDE, device));
    }

    @Override
    public String name() {
        return "dlib";
    }

    @Override
    public String preparation() {
        return network.preparation();
    }

    @Override
    public int dimension() {
        return 128;
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        return network.run(images).stream()
                .map(outputs -> new ImageFeatures(outputs[0], NOT_CLASSIFIED))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
