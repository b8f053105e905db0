package dev.gangway.evaluation;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.modality.cv.Image.Interpolation;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The 2048 pooled features and the 1000 ImageNet probabilities of the ResNet-50 that Gangway ships.
 *
 * <p>Before the network an image becomes 32-bit floats 0..255 and is resized to 224x224 by bilinear interpolation with
 * half-pixel centres (PyTorch's {@code interpolate(mode="bilinear", align_corners=False)}): the sample for output position
 * i lies at (i + 0.5) · size / 224 - 0.5, clamped at the borders, without antialiasing and without rounding back to 8 bits.
 * An image of 224x224 passes unchanged. Figures over features that were prepared otherwise do not compare.
 *
 * <p>Safe for use by several threads.
 */
public final class ResNet50Extractor implements FeatureExtractor {

    private static final ShippedNetwork NETWORK = new ShippedNetwork(
            "resnet50/resnet50-imagenet-fp16.pt", "00fb45db78f2775596324af2718658a8dc40040c03e190e23c462a8d11fe8385");
    private static final int INPUT_SIDE = 224;
    private static final int IMAGES_AT_ONCE = 16;

    private final Model model;

    private ResNet50Extractor(Model model) {
        this.model = model;
    }

    /**
     * Loads the network onto {@code device}.
     *
     * @throws IllegalStateException when the shipped file is missing, altered or cannot be loaded
     */
    public static ResNet50Extractor load(Device device) {
        return new ResNet50Extractor(NETWORK.load("resnet50", device));
    }

    @Override
    public String name() {
        return "resnet50";
    }

    @Override
    public int dimension() {
        return 2048;
    }

    @Override
    public List<ImageFeatures> extract(List<RgbImage> images) {
        List<ImageFeatures> extracted = new ArrayList<>(images.size());
        for (int start = 0; start < images.size(); start += IMAGES_AT_ONCE) {
            extracted.addAll(run(images.subList(start, Math.min(start + IMAGES_AT_ONCE, images.size()))));
        }
        return extracted;
    }

    @Override
    public void close() {
        model.close();
    }

    private List<ImageFeatures> run(List<RgbImage> images) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList output = model.getBlock()
                    .forward(new ParameterStore(manager, false), new NDList(input(manager, images)), false);
            output.attach(manager);
            return rows(output.get(0).toFloatArray(), output.get(1).toFloatArray(), images.size());
        }
    }

    /** (batch, 3, 224, 224) values 0..255. */
    private static NDArray input(NDManager manager, List<RgbImage> images) {
        NDList resized = new NDList();
        for (RgbImage image : images) {
            NDArray pixels = manager.create(
                    ByteBuffer.wrap(image.rgb()),
                    new Shape(image.height(), image.width(), RgbImage.CHANNELS),
                    DataType.UINT8);
            resized.add(NDImageUtils.resize(
                    pixels.toType(DataType.FLOAT32, false), INPUT_SIDE, INPUT_SIDE, Interpolation.BILINEAR));
        }
        return NDArrays.stack(resized).transpose(0, 3, 1, 2);
    }

    private static List<ImageFeatures> rows(float[] features, float[] probabilities, int images) {
        List<ImageFeatures> rows = new ArrayList<>(images);
        for (int image = 0; image < images; image++) {
            rows.add(new ImageFeatures(row(features, image, images), row(probabilities, image, images)));
        }
        return rows;
    }

    private static float[] row(float[] values, int row, int rows) {
        int length = values.length / rows;
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }
}
