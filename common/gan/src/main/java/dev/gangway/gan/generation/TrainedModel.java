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
import dev.gangway.gan.network.NetworkPlan;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.torchscript.Precision;
import dev.gangway.gan.training.NetworkRole;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The frozen networks of a checkpoint on one device, ready to make images; may be used by several threads. All native
 * memory is freed by {@link #close()}.
 */
public final class TrainedModel implements AutoCloseable {

    private final NDManager manager;
    private final Architecture architecture;
    private final Operations operations;
    private final Networks networks;
    private final Weights weights;

    private TrainedModel(NDManager manager, Architecture architecture, Function<NDManager, Weights> weights) {
        this.manager = manager;
        this.architecture = architecture;
        this.operations = Operations.load(manager);
        this.networks = architecture.networks(operations, Precision.FULL);
        this.weights = weights.apply(manager);
    }

    /**
     * The networks of one stage.
     *
     * @param generator G
     * @param discriminator D, where the stage has one: a VAE has none
     * @param encoder E, where the training has one
     */
    public record Weights(Parameters generator, Optional<Parameters> discriminator, Optional<Parameters> encoder) {}

    /**
     * Loads the networks from the safetensors parts of a checkpoint.
     *
     * @param parts {@code generator} and, where the stage has them, {@code discriminator} and {@code encoder}
     *
     * @throws IllegalArgumentException when a part cannot be read or does not fit {@code architecture}
     */
    public static TrainedModel load(Device device, Architecture architecture, Map<String, byte[]> parts) {
        NDManager manager = NDManager.newBaseManager(device);
        try {
            return new TrainedModel(
                    manager,
                    architecture,
                    owner -> new Weights(
                            loaded(owner, parts, NetworkRole.GENERATOR, architecture.generator()),
                            ifThere(owner, parts, NetworkRole.DISCRIMINATOR, architecture::critic),
                            ifThere(owner, parts, NetworkRole.ENCODER, architecture::encoder)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** One sample from the prior for each seed: the same seed gives the same z. */
    public ImageArray samples(long... seeds) {
        return made(() -> {
            try (NDManager scope = newScope()) {
                return bytes(networks.generate(weights.generator(), prior(scope, seeds)));
            }
        });
    }

    /**
     * What the generator makes of the encoder's mean for each of {@code images}.
     *
     * @throws IllegalStateException when the model has no encoder
     */
    public ImageArray reconstructions(ImageArray images) {
        return made(() -> {
            try (NDManager scope = newScope()) {
                NDArray real = new ImageFeed(images).batch(scope, ImageArray.first(images.count()));
                NDArray z = networks.encode(encoder(), real).mean();
                return bytes(networks.generate(weights.generator(), z));
            }
        });
    }

    /** Standard normal latents (seeds, latent) in {@code scope}, one for each seed. */
    public NDArray prior(NDManager scope, long... seeds) {
        int latent = architecture.latent();
        float[] values = new float[seeds.length * latent];
        for (int i = 0; i < seeds.length; i++) {
            System.arraycopy(Seeds.gaussians(Seeds.generator(seeds[i]), latent), 0, values, i * latent, latent);
        }
        return NativeArray.of(scope, values, new Shape(seeds.length, latent));
    }

    /** A scope for arrays on the model's device, to be closed by the caller. */
    public NDManager newScope() {
        return manager.newSubManager();
    }

    public Architecture architecture() {
        return architecture;
    }

    public Operations operations() {
        return operations;
    }

    public Networks networks() {
        return networks;
    }

    /**
     * E.
     *
     * @throws IllegalStateException when the model has none
     */
    public Parameters encoder() {
        return weights.encoder().orElseThrow(() -> new IllegalStateException("this model has no encoder"));
    }

    public Weights weights() {
        return weights;
    }

    @Override
    public void close() {
        operations.close();
        manager.close();
    }

    private static Optional<Parameters> ifThere(
            NDManager owner, Map<String, byte[]> parts, NetworkRole role, Supplier<NetworkPlan> plan) {
        return parts.containsKey(role.part()) ? Optional.of(loaded(owner, parts, role, plan.get())) : Optional.empty();
    }

    private static Parameters loaded(NDManager owner, Map<String, byte[]> parts, NetworkRole role, NetworkPlan plan) {
        byte[] part = parts.get(role.part());
        if (part == null) {
            throw new IllegalArgumentException("the checkpoint has no " + role.part());
        }
        return Parameters.fromSafetensors(owner, part).requireShapes(role.part(), plan.shapes());
    }

    private ImageArray made(Supplier<byte[]> pixels) {
        return new ImageArray(architecture.size(), operations.withoutRecording(pixels));
    }

    private static byte[] bytes(NDArray images) {
        return Pixels.toBytes(images);
    }
}
