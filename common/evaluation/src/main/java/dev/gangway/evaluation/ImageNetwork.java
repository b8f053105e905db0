package dev.gangway.evaluation;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A TorchScript network that looks at square images: (batch, 3, side, side) 32-bit floats 0..255 in, one or more arrays of
 * (batch, values) out.
 *
 * <p>Before the network an image of any size is resized to a square, whatever its own proportions, by bilinear interpolation
 * with half-pixel centres (PyTorch's {@code interpolate(mode="bilinear", align_corners=False)}): the sample for output
 * position i lies at (i + 0.5) · size / side - 0.5, clamped at the borders, without antialiasing and without rounding back to
 * 8 bits. An image of the network's own size passes unchanged.
 *
 * <p>Safe for use by several threads.
 */
final class ImageNetwork implements AutoCloseable {

    private static final int IMAGES_AT_ONCE = 16;

    private final Model model;
    private final int side;

    private ImageNetwork(Model model, int side) {
        this.model = model;
        this.side = side;
    }

    /** Loads the network that {@code in} holds onto {@code device}; it takes images of {@code side} pixels a side. */
    static ImageNetwork read(InputStream in, int side, Device device) throws IOException, MalformedModelException {
        Model model = Model.newInstance("image-network", device, "PyTorch");
        try {
            model.load(in);
            return new ImageNetwork(model, side);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** How images are prepared, such as {@code bilinear-224}. */
    String preparation() {
        return "bilinear-" + side;
    }

    /**
     * What each output says about each image, as {@code [output][value]}, in the order of the images.
     *
     * @throws IllegalStateException when the outputs are not one row for each image
     */
    List<float[][]> run(List<RgbImage> images) {
        List<float[][]> answers = new ArrayList<>(images.size());
        for (int start = 0; start < images.size(); start += IMAGES_AT_ONCE) {
            answers.addAll(runAtOnce(images.subList(start, Math.min(start + IMAGES_AT_ONCE, images.size()))));
        }
        return answers;
    }

    @Override
    public void close() {
        model.close();
    }

    private List<float[][]> runAtOnce(List<RgbImage> images) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList outputs = model.getBlock()
                    .forward(new ParameterStore(manager, false), new NDList(input(manager, images)), false);
            outputs.attach(manager);
            List<float[]> values = new ArrayList<>();
            for (NDArray output : outputs) {
                requireRows(output, images.size());
                values.add(output.toType(DataType.FLOAT32, false).toFloatArray());
            }
            return rows(values, images.size());
        }
    }

    private NDArray input(NDManager manager, List<RgbImage> images) {
        int length = side * side * RgbImage.CHANNELS;
        float[] pixels = new float[images.size() * length];
        BilinearSquare square = new BilinearSquare(side);
        for (int i = 0; i < images.size(); i++) {
            square.write(images.get(i), pixels, i * length);
        }
        return manager.create(pixels, new Shape(images.size(), side, side, RgbImage.CHANNELS))
                .transpose(0, 3, 1, 2);
    }

    private static void requireRows(NDArray output, int images) {
        Shape shape = output.getShape();
        if (shape.dimension() != 2 || shape.get(0) != images) {
            throw new IllegalStateException(
                    "the network answers " + shape + " to " + images + " images, not a row of values for each");
        }
    }

    private static List<float[][]> rows(List<float[]> outputs, int images) {
        List<float[][]> rows = new ArrayList<>(images);
        for (int i = 0; i < images; i++) {
            int image = i;
            rows.add(outputs.stream().map(values -> row(values, image, images)).toArray(float[][]::new));
        }
        return rows;
    }

    private static float[] row(float[] values, int row, int rows) {
        int length = values.length / rows;
        return Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }
}
