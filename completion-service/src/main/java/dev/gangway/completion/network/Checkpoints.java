package dev.gangway.completion.network;

import ai.djl.Device;
import dev.gangway.artifacts.checkpoint.Checkpoint;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.recipe.NetworkRecipe;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DeviceMemory;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.plans.Architectures;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The networks of checkpoints on this worker's device; those asked for last stay there. For the worker's thread. */
@Singleton
public class Checkpoints {

    private static final Set<String> PARTS =
            Set.of(NetworkRole.GENERATOR.part(), NetworkRole.DISCRIMINATOR.part(), NetworkRole.ENCODER.part());

    private final CheckpointStore store;
    private final Device device;
    private final Map<CheckpointReference, TrainedModel> loaded;

    public Checkpoints(CheckpointStore store, Device device, CompletionConfig config) {
        this.store = store;
        this.device = device;
        this.loaded = new LeastRecentlyUsed<>(config.batch().checkpoints(), TrainedModel::close);
    }

    /**
     * The networks of {@code checkpoint}. They stay usable until others are loaded.
     *
     * @throws TaskRefusedException when images cannot be completed with it
     * @throws dev.gangway.artifacts.checkpoint.CheckpointMissingException when there is no such checkpoint
     * @throws dev.gangway.artifacts.checkpoint.CorruptCheckpointException when a part is not what its manifest says
     */
    public TrainedModel load(CheckpointReference checkpoint) throws TaskRefusedException {
        TrainedModel known = loaded.get(checkpoint);
        if (known != null) {
            return known;
        }
        TrainedModel model = model(store.read(checkpoint, PARTS));
        loaded.put(checkpoint, model);
        return model;
    }

    private TrainedModel model(Checkpoint checkpoint) throws TaskRefusedException {
        try {
            return TrainedModel.load(device, architecture(checkpoint), checkpoint.parts());
        } catch (IOException | IllegalArgumentException | NoSuchElementException e) {
            if (e instanceof RuntimeException exhausted && DeviceMemory.isExhausted(exhausted)) {
                throw exhausted;
            }
            throw new TaskRefusedException(
                    "checkpoint-unfit",
                    "no image can be completed with the checkpoint "
                            + checkpoint.manifest().checkpoint().id() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Architecture architecture(Checkpoint checkpoint) throws IOException {
        byte[] recipe =
                JsonObjects.write(checkpoint.manifest().description().recipe().path("network"));
        return Architectures.of(JsonObjects.read(recipe, NetworkRecipe.class));
    }
}
