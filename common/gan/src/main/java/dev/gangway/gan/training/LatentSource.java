package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.network.Parameters;
import java.util.Optional;

/** The latents of each update of a stage. */
final class LatentSource {

    private final Networks networks;
    private final Optional<Parameters> encoder;
    private final Batches batches;

    LatentSource(StageContext context, TrainingState state, Latents latents, Batches batches) {
        this.networks = context.networks();
        this.encoder = latents == Latents.ENCODER ? Optional.of(state.require(NetworkRole.ENCODER)) : Optional.empty();
        this.batches = batches;
    }

    /** z (batch, latent) for the update that sees {@code real}: constants. */
    NDArray of(NDArray real, long update) {
        NDArray noise = batches.noise(real, update);
        return encoder.map(known -> networks.encode(known, real).sample(noise)).orElse(noise);
    }
}
