package dev.gangway.gan.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The sizes of the DCGAN-like networks: plain data from which the shape of every weight follows.
 *
 * <p>From 4 x 4 values to the image and back, every layer doubles or halves height and width; the layer next to the image
 * has {@code width} channels, each further one twice as many. There is no batch norm: the critic is trained with a
 * gradient penalty, which is defined per sample.
 *
 * @param size height and width of an image in pixels: 16, 32, 64 or 128
 * @param width channels next to the image, 1 to 512
 * @param latent length of the latent vector z, 1 to 1024
 * @param upsampling how the generator doubles height and width
 * @param initialisation the distribution of the first weights
 */
public record Architecture(int size, int width, int latent, Upsampling upsampling, Initialisation initialisation) {

    /** Red, green and blue. */
    public static final int COLOURS = 3;

    private static final int COARSEST = 4;

    public Architecture {
        if (size < 16 || size > 128 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be 16, 32, 64 or 128, not " + size);
        }
        if (width < 1 || width > 512) {
            throw new IllegalArgumentException("width must be 1 to 512, not " + width);
        }
        if (latent < 1 || latent > 1024) {
            throw new IllegalArgumentException("latent must be 1 to 1024, not " + latent);
        }
        Objects.requireNonNull(upsampling, "upsampling");
        Objects.requireNonNull(initialisation, "initialisation");
    }

    /** How many values an image has: colours times height times width. */
    public int imageLength() {
        return COLOURS * size * size;
    }

    /** Names and shapes of the generator's weights. */
    public Map<String, Shape> generatorShapes() {
        return shapes(generatorLayers());
    }

    /** Names and shapes of the critic's weights. */
    public Map<String, Shape> criticShapes() {
        return shapes(halvingLayers(1));
    }

    /** Names and shapes of the encoder's weights: the critic's, but with a mean and a log variance per latent for output. */
    public Map<String, Shape> encoderShapes() {
        return shapes(halvingLayers(2 * latent));
    }

    /** The generator's first weights, the same for the same {@code seed}. */
    public Parameters firstGenerator(NDManager parent, long seed) {
        return first(parent, generatorLayers(), Seeds.generator(seed, 0));
    }

    /** The critic's first weights, the same for the same {@code seed}. */
    public Parameters firstCritic(NDManager parent, long seed) {
        return first(parent, halvingLayers(1), Seeds.generator(seed, 1));
    }

    /** The encoder's first weights, the same for the same {@code seed}. */
    public Parameters firstEncoder(NDManager parent, long seed) {
        return first(parent, halvingLayers(2 * latent), Seeds.generator(seed, 2));
    }

    private List<LayerPlan> generatorLayers() {
        List<LayerPlan> layers = new ArrayList<>();
        layers.add(LayerPlan.spread(latent, channels(doublings())));
        for (int remaining = doublings() - 1; remaining >= 0; remaining--) {
            boolean rectified = remaining > 0;
            int out = rectified ? channels(remaining) : COLOURS;
            layers.add(
                    upsampling == Upsampling.BILINEAR
                            ? LayerPlan.convolution(channels(remaining + 1), out, 3, rectified)
                            : LayerPlan.transposed(channels(remaining + 1), out, rectified));
        }
        return layers;
    }

    private List<LayerPlan> halvingLayers(int outputs) {
        List<LayerPlan> layers = new ArrayList<>();
        int in = COLOURS;
        for (int halved = 1; halved <= doublings(); halved++) {
            layers.add(LayerPlan.convolution(in, channels(halved), COARSEST, true));
            in = channels(halved);
        }
        layers.add(LayerPlan.convolution(in, outputs, COARSEST, false));
        return layers;
    }

    private static Map<String, Shape> shapes(List<LayerPlan> layers) {
        Map<String, Shape> shapes = new TreeMap<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            shapes.put(Parameters.weight(layer), layers.get(layer).weight());
            shapes.put(Parameters.bias(layer), new Shape(layers.get(layer).outputs()));
        }
        return shapes;
    }

    private Parameters first(NDManager parent, List<LayerPlan> layers, SplittableRandom generator) {
        Map<String, float[]> values = new TreeMap<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerPlan plan = layers.get(layer);
            values.put(Parameters.weight(layer), firstWeight(plan, generator));
            values.put(Parameters.bias(layer), new float[Math.toIntExact(plan.outputs())]);
        }
        return Parameters.of(parent, shapes(layers), values);
    }

    private float[] firstWeight(LayerPlan plan, SplittableRandom generator) {
        double deviation = initialisation.deviation(plan.inputs(), plan.rectified());
        float[] values =
                Seeds.gaussians(generator, Math.toIntExact(plan.weight().size()));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * values[i]);
        }
        return values;
    }

    private int doublings() {
        return Integer.numberOfTrailingZeros(size / COARSEST);
    }

    /** Channels after {@code halved} halvings of the image. */
    private int channels(int halved) {
        return width << (halved - 1);
    }
}
