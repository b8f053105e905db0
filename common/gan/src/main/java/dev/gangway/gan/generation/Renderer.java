package dev.gangway.gan.generation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.image.ImageFeed;
import dev.gangway.gan.image.Pixels;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * Makes images with the networks of a training as they are at the moment, without a copy of their weights; on the training's
 * thread. Latents are rows of {@code latent} values on the host. All native memory is freed by {@link #close()}.
 */
public final class Renderer implements AutoCloseable {

    private static final int IMAGES_AT_ONCE = 64;

    private final NDManager manager;
    private final Architecture architecture;
    private final Operations operations;
    private final Networks networks;

    public Renderer(Device device, Architecture architecture) {
        this.manager = NDManager.newBaseManager(device);
        this.architecture = architecture;
        this.operations = Operations.load(manager);
        this.networks = architecture.networks(operations, Precision.FULL);
    }

    /** A standard normal z for each seed, the one that {@link TrainedModel#samples} has for it. */
    public float[][] prior(long... seeds) {
        return Arrays.stream(seeds)
                .mapToObj(seed -> Seeds.gaussians(Seeds.generator(seed), architecture.latent()))
                .toArray(float[][]::new);
    }

    /** The mean z that {@code encoder} has for each of {@code images}. */
    public float[][] encoded(Parameters encoder, ImageArray images) {
        float[][] latents = new float[images.count()][];
        ImageFeed feed = new ImageFeed(images);
        inParts(images.count(), (scope, indices) -> {
            NDArray mean = networks.encode(encoder, feed.batch(scope, indices)).mean();
            float[] values = mean.toFloatArray();
            for (int i = 0; i < indices.length; i++) {
                int start = i * architecture.latent();
                latents[indices[i]] = Arrays.copyOfRange(values, start, start + architecture.latent());
            }
            return new byte[0];
        });
        return latents;
    }

    /** G(z) for each of {@code latents}. */
    public ImageArray images(Parameters generator, float[]... latents) {
        return new ImageArray(architecture.size(), inParts(latents.length, (scope, indices) -> {
            Shape shape = new Shape(indices.length, architecture.latent());
            NDArray z = NativeArray.of(scope, flat(latents, indices), shape);
            return Pixels.toBytes(networks.generate(generator, z));
        }));
    }

    @Override
    public void close() {
        operations.close();
        manager.close();
    }

    private byte[] inParts(int count, BiFunction<NDManager, int[], byte[]> part) {
        ByteBuffer all = ByteBuffer.allocate(count * architecture.imageLength());
        operations.withoutRecording(() -> {
            for (int start = 0; start < count; start += IMAGES_AT_ONCE) {
                int first = start;
                int[] indices = new int[Math.min(IMAGES_AT_ONCE, count - start)];
                Arrays.setAll(indices, i -> first + i);
                try (NDManager scope = manager.newSubManager()) {
                    all.put(part.apply(scope, indices));
                }
            }
            return all;
        });
        return all.array();
    }

    private static float[] flat(float[][] rows, int... indices) {
        float[] flat = new float[indices.length * rows[0].length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(rows[indices[i]], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }
}
