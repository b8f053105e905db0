package dev.gangway.gan.completion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.image.ImageFeed;
import dev.gangway.gan.image.MeanFill;
import dev.gangway.gan.image.Pixels;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Adam;
import dev.gangway.gan.torchscript.Operations;
import dev.gangway.gan.training.StopSignal;
import java.util.Map;
import java.util.Optional;

/**
 * Completes images by searching, for each of them, the z whose G(z) is closest to what is visible and most real: RankGAN
 * (8) to (11), GoGAN (30) to (33).
 *
 * <p>Every image has its own loss and its own start, so what becomes of it does not depend on the batch it is in. May be
 * used by several threads.
 */
public final class LatentOptimizer {

    private static final String LATENT = "z";

    private final TrainedModel model;
    private final CompletionSettings settings;
    private final Objective objective;

    public LatentOptimizer(TrainedModel model, CompletionSettings settings) {
        this.model = model;
        this.settings = settings;
        this.objective = new Objective(model.networks(), model.weights(), settings.perceptual(), settings.lambda());
    }

    /**
     * Completes {@code images} behind {@code mask}; hidden pixels are not looked at.
     *
     * @param seeds one for each image, for its start from the prior
     * @throws IllegalArgumentException when images, mask and model differ in size, or seeds and images in number
     */
    public Completion complete(ImageArray images, Mask mask, long... seeds) {
        return complete(images, mask, StopSignal.NEVER, seeds).orElseThrow();
    }

    /**
     * Completes as {@link #complete(ImageArray, Mask, long...)} does, but ends before the next update of z, with nothing,
     * once {@code stop} is requested.
     */
    public Optional<Completion> complete(ImageArray images, Mask mask, StopSignal stop, long... seeds) {
        requireFit(images, mask, seeds);
        return model.operations().withoutRecording(() -> {
            try (NDManager scope = model.newScope()) {
                return complete(scope, images, mask, stop, seeds);
            }
        });
    }

    private Optional<Completion> complete(
            NDManager scope, ImageArray images, Mask mask, StopSignal stop, long... seeds) {
        NDArray visible = mask.on(scope);
        NDArray image = new ImageFeed(images).batch(scope, ImageArray.first(images.count()));
        Objective.Target target = objective.target(MeanFill.of(image, visible), visible);
        try (Parameters latent = Parameters.copyOf(scope, Map.of(LATENT, start(scope, target.image(), seeds)))) {
            if (!search(latent.trainable(), target, stop)) {
                return Optional.empty();
            }
            Objective.Found found = objective.at(in(scope, latent), target);
            NDArray blended = new Blending().of(image, found.generated(), visible);
            return Optional.of(new Completion(
                    new ImageArray(images.size(), Pixels.toBytes(blended)),
                    found.contextual().toFloatArray(),
                    found.perceptual().toFloatArray()));
        }
    }

    /** Gradient descent on z with Adam; false when it was stopped. */
    private boolean search(Parameters latent, Objective.Target target, StopSignal stop) {
        Operations operations = model.operations();
        try (NDManager owner = model.newScope()) {
            Adam adam = new Adam(operations, latent, Adam.firstState(owner, latent), CompletionSettings.ADAM);
            for (int step = 0; step < settings.steps(); step++) {
                if (stop.requested()) {
                    return false;
                }
                try (NDManager scope = model.newScope()) {
                    NDArray loss = operations.recording(
                            () -> objective.total(in(scope, latent), target).sum());
                    adam.update(operations.gradients(loss, latent.arrays()), settings.rate());
                }
            }
            return true;
        }
    }

    private NDArray start(NDManager scope, NDArray masked, long... seeds) {
        return settings.start() == CompletionSettings.Start.ENCODER
                ? model.networks().encode(model.encoder(), masked).mean()
                : model.prior(scope, seeds);
    }

    /** z as an array of {@code scope}, so that what is computed from it is freed with the step. */
    private static NDArray in(NDManager scope, Parameters latent) {
        NDArray z = latent.get(LATENT);
        return scope.zeros(z.getShape(), z.getDataType()).add(z);
    }

    private void requireFit(ImageArray images, Mask mask, long... seeds) {
        int size = model.architecture().size();
        if (images.size() != size || mask.size() != size) {
            throw new IllegalArgumentException("images of " + images.size() + " and a mask of " + mask.size()
                    + " pixels do not fit a model for " + size + " pixels");
        }
        if (images.count() != seeds.length || seeds.length == 0) {
            throw new IllegalArgumentException(
                    images.count() + " images need as many seeds and at least one, not " + seeds.length);
        }
    }
}
