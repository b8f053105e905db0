package dev.gangway.completion.persistence;

import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.dataset.DatasetFeatures;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.completion.config.CompletionConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What completion workers read from and write to the S3 store. */
class StoreBeans {

    @Produces
    @Singleton
    ObjectStore store(CompletionConfig config) {
        CompletionConfig.Store store = config.store();
        return ObjectStore.open(new StoreSettings(
                store.endpoint(), store.accessKey(), store.secretKey(), store.bucket(), store.region()));
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    CheckpointStore checkpoints(ObjectStore store, Clock clock) {
        return new CheckpointStore(store, clock);
    }

    @Produces
    @Singleton
    DatasetReader datasets(ObjectStore store) {
        return new DatasetReader(store);
    }

    @Produces
    @Singleton
    DatasetFeatures features(ObjectStore store) {
        return new DatasetFeatures(store);
    }

    @Produces
    @Singleton
    PictureLists pictureLists(ObjectStore store) {
        return new PictureLists(store);
    }

    @Produces
    @Singleton
    CompletedImageStore completions(ObjectStore store) {
        return new CompletedImageStore(store);
    }
}
