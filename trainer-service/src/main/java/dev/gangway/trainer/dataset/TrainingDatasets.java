package dev.gangway.trainer.dataset;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.trainer.config.TrainerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the images that a training learns from, and those that it is measured on. */
@ApplicationScoped
public class TrainingDatasets {

    private final DatasetReader datasets;
    private final DatasetCache cache;

    TrainingDatasets(DatasetReader datasets, TrainerConfig config, InstantSource clock) {
        Path folder = config.cache().folder().orElseGet(TrainingDatasets::folderOfThisUser);
        this.datasets = datasets;
        this.cache = new DatasetCache(
                datasets, new CacheFolder(folder, config.cache().bytes()), clock);
    }

    /** The training and the validation split of {@code job}'s dataset; the test split is never seen here. */
    public OpenDataset open(TrainingJob job) {
        DatasetManifest manifest = datasets.manifest(job.dataset());
        FileImages training = cache.open(manifest, Split.TRAIN);
        try {
            return new OpenDataset(
                    training,
                    cache.open(manifest, Split.VALIDATION),
                    job.recipe().data().horizontalFlip());
        } catch (RuntimeException e) {
            training.close();
            throw e;
        }
    }

    /** Apart from those of other users, who could not write into each other's. */
    private static Path folderOfThisUser() {
        return Path.of(System.getProperty("java.io.tmpdir"), "gangway-datasets-" + System.getProperty("user.name"));
    }
}
