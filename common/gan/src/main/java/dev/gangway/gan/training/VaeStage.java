package dev.gangway.gan.training;

import static dev.gangway.gan.array.Arithmetic.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.image.MeanFill;
import dev.gangway.gan.loss.KullbackLeibler;
import dev.gangway.gan.loss.ReconstructionLoss;
import dev.gangway.gan.network.Posterior;
import java.util.Map;

/** Stage 0 (RankGAN section 3.3): the encoder and, as its decoder, the first generator. */
final class VaeStage implements Stage {

    private final StageContext context;
    private final TrainingState state;
    private final VaeSettings settings;
    private final Batches batches;
    private final Learner autoencoder;
    private final Occlusion occlusion;

    VaeStage(StageContext context, TrainingState state, VaeSettings settings) {
        this.context = context;
        this.state = state;
        this.settings = settings;
        this.batches = new Batches(context, state.progress().stage(), settings);
        this.autoencoder = new Learner(context, state, settings.adam(), NetworkRole.ENCODER, NetworkRole.GENERATOR);
        this.occlusion = new Occlusion(
                settings.occlusion(), context.plan().architecture().size());
    }

    static void begin(TrainingState state, VaeSettings settings) {
        state.train(Map.of(NetworkRole.ENCODER, settings.adam(), NetworkRole.GENERATOR, settings.adam()));
    }

    @Override
    public void step(int step, Terms terms) {
        try (NDManager scope = context.manager().newSubManager()) {
            NDArray images = batches.images(scope, step);
            NDArray noise = batches.noise(images, step);
            NDArray seen = seen(images, step);
            NDArray loss = context.operations().recording(() -> loss(images, seen, noise, terms));
            autoencoder.descend(scope, loss, settings.rates().at(step), terms);
        }
    }

    /** The images as the encoder sees them. */
    private NDArray seen(NDArray images, int step) {
        return settings.occlusion() == 0 ? images : MeanFill.of(images, batches.visible(images, occlusion, step));
    }

    private NDArray loss(NDArray images, NDArray seen, NDArray noise, Terms terms) {
        Posterior posterior = context.learning().encode(state.require(NetworkRole.ENCODER), seen);
        NDArray decoded = context.learning().generate(state.require(NetworkRole.GENERATOR), posterior.sample(noise));
        NDArray reconstruction = terms.put("vae.reconstruction", new ReconstructionLoss().of(images, decoded));
        NDArray divergence = terms.put("vae.divergence", new KullbackLeibler().of(posterior));
        return terms.put("vae.loss", reconstruction.add(times(settings.divergenceWeight(), divergence)));
    }
}
