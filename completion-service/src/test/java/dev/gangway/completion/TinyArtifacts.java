package dev.gangway.completion;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.checkpoint.CheckpointDescription;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.checkpoint.TrainingState;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.DatasetWriter;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Upsampling;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes small datasets of coloured slopes, and checkpoints of small networks that have learnt nothing. */
record TinyArtifacts(ObjectStore store, CheckpointStore checkpoints) {

    static final int SIDE = 32;

    private static final int TRAINING_IMAGES = 4;

    /** A dataset with {@code count} test images of 32x32 pixels. */
    DatasetReference dataset(int count) {
        DatasetReference dataset = new DatasetReference(
                TeamId.DEFAULT, "slopes-" + UUID.randomUUID().toString().substring(0, 8), 1);
        try (DatasetWriter writer = new DatasetWriter(
                store, dataset, SIDE, new DatasetOrigin("drawn by the test", "none"), Clock.systemUTC())) {
            for (int image = 0; image < TRAINING_IMAGES; image++) {
                writer.add(Split.TRAIN, slope(100 + image));
            }
            for (int image = 0; image < count; image++) {
                writer.add(Split.TEST, slope(image));
            }
            writer.finish();
        }
        return dataset;
    }

    /** An image whose colours grow in directions that depend on its number. */
    static PixelImage slope(int number) {
        byte[] rgb = new byte[SIDE * SIDE * PixelImage.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int row = i / PixelImage.CHANNELS / SIDE;
            int column = i / PixelImage.CHANNELS % SIDE;
            int channel = i % PixelImage.CHANNELS;
            rgb[i] = (byte) ((row * (number % 5 + 1) + column * (channel + 1) + 17 * number) % 256);
        }
        return new PixelImage(SIDE, SIDE, rgb);
    }

    /** A checkpoint of stage 1. */
    CheckpointReference checkpoint() {
        return checkpoint(1, StageKind.CRITIC, parts());
    }

    /** A checkpoint of stage 0, which has no critic. */
    CheckpointReference checkpointOfVae() {
        Map<String, byte[]> parts = parts();
        parts.remove("discriminator");
        return checkpoint(0, StageKind.VAE, parts);
    }

    /** A checkpoint of a method that trains no encoder. */
    CheckpointReference checkpointWithoutEncoder() {
        Map<String, byte[]> parts = parts();
        parts.remove("encoder");
        return checkpoint(1, StageKind.CRITIC, parts);
    }

    private CheckpointReference checkpoint(int stage, StageKind kind, Map<String, byte[]> parts) {
        CheckpointReference checkpoint =
                new CheckpointReference(TeamId.DEFAULT, "tiny", new CheckpointId(UUID.randomUUID(), stage, 15, 1));
        Recipe recipe = Recipes.named("rankgan-tiny");
        checkpoints.write(
                checkpoint,
                new CheckpointDescription(
                        "dcgan",
                        new ObjectMapper().valueToTree(recipe),
                        kind,
                        true,
                        new TrainingState(stage, 0, Map.of(), Map.of(), List.of(), Map.of()),
                        null,
                        Map.of(),
                        "test"),
                parts);
        return checkpoint;
    }

    private static Map<String, byte[]> parts() {
        Architecture tiny =
                new DcganArchitecture(SIDE, 4, 8, Upsampling.BILINEAR, Normalisation.NONE, Initialisation.HE);
        try (NDManager manager = NDManager.newBaseManager()) {
            return new HashMap<>(Map.of(
                    "generator", tiny.firstGenerator(manager, 1).toSafetensors(),
                    "discriminator", tiny.firstCritic(manager, 1).toSafetensors(),
                    "encoder", tiny.firstEncoder(manager, 1).toSafetensors()));
        }
    }
}
