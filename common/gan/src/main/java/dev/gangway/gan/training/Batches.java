package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.image.PrefetchingFeed;
import dev.gangway.gan.random.Seeds;
import java.util.SplittableRandom;

/** The real images and the noise of each update of a stage; drawing the same update again gives the same numbers. */
final class Batches {

    private final long seed;
    private final int stage;
    private final int latent;
    private final int batch;
    private final PrefetchingFeed feed;

    Batches(StageContext context, int stage, StageSettings settings) {
        this.seed = context.seed();
        this.stage = stage;
        this.latent = context.plan().architecture().latent();
        this.batch = settings.batch();
        TrainingImages images = context.images();
        DataOrder order = new DataOrder(seed, stage, images.training().count(), settings.batch());
        this.feed = context.assembler()
                .feed(images.training(), images.horizontalFlip() ? order.mirroringHalf() : order.asTheyAre());
    }

    /** Real images (batch, 3, size, size) in [-1, 1]. */
    NDArray images(NDManager scope, long update) {
        return feed.batch(scope, update);
    }

    /** Standard normal noise (batch, latent) for {@code images}. */
    NDArray noise(NDArray images, long update) {
        return gaussians(images.getManager(), Purpose.NOISE, update);
    }

    /** Standard normal noise (batch, latent) for an update of the generator that sees no real images. */
    NDArray generatorNoise(NDManager scope, long update) {
        return gaussians(scope, Purpose.GENERATOR_NOISE, update);
    }

    /** α of the gradient penalty for {@code images}: (batch, 1, 1, 1), uniform in [0, 1). */
    NDArray alpha(NDArray images, long update) {
        float[] values = Seeds.uniforms(random(Purpose.BETWEEN, update), batch);
        return NativeArray.of(images.getManager(), values, new Shape(batch, 1, 1, 1));
    }

    /** What is visible of {@code images}: (batch, 1, size, size). */
    NDArray visible(NDArray images, Occlusion occlusion, long update) {
        return occlusion.visible(images.getManager(), random(Purpose.OCCLUSION, update), batch);
    }

    private NDArray gaussians(NDManager scope, Purpose purpose, long update) {
        float[] values = Seeds.gaussians(random(purpose, update), batch * latent);
        return NativeArray.of(scope, values, new Shape(batch, latent));
    }

    private SplittableRandom random(Purpose purpose, long update) {
        return Seeds.generator(seed, purpose.coordinate(), stage, update);
    }
}
