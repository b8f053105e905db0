package dev.gangway.evaluation;

import ai.djl.Device;
import java.util.List;

/**
 * The 2048 pooled features and the 1000 ImageNet probabilities of the ResNet-50 that Gangway ships.
 *
 * <p>Before the network an image is resized to 224x224 as {@link #preparation()} says: 32-bit floats 0..255, bilinear
 * interpolation with half-pixel centres (PyTorch's {@code interpolate(mode="bilinear", align_corners=False)}), without
 * antialiasing and without rounding back to 8 bits. An image of 224x224 passes unchanged. Figures over features that were
 * prepared otherwise do not compare.
 *
 * <p>Safe for use by several threads.
 */
public final class ResNet50Extractor implements FeatureExtractor {

    private static final ShippedNetwork NETWORK = new ShippedNetwork(
            "resnet50/resnet50-imagenet-fp16.pt", "00fb45db78f2775596324af2718658a8dc40040c03e190e23c462a8d11fe8385");
    private static final int INPUT_SIDE = 224;

    private final ImageNetwork network;

    private ResNet50Extractor(ImageNetwork network) {
        this.network = network;
    }

    /**
     * Loads the network onto {@code device}.
     *
     * @throws IllegalStateException when the shipped file is missing, altered or cannot be loaded
     */
    public static ResNet50Extractor load(Device device) {
        return new ResNet50Extractor(NETWORK.load(INPUT_SIDE, device));
    }

    @Override
    public String name() {
        return "resnet50";
    }

    @Override
    public String preparation() {
        return network.preparation();
    }

    @Override
    public int dimension() {
        return 2048;
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        return network.run(images).stream()
                .map(outputs -> new ImageFeatures(outputs[0], outputs[1]))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
