package dev.gangway.trainer.persistence;

import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.trainer.config.TrainerConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the trainer reads from and writes to the S3 store. */
class StoreBeans {

    @Produces
    @Singleton
    ObjectStore store(TrainerConfig config) {
        TrainerConfig.Store store = config.store();
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
    RunRecordStore records(ObjectStore store) {
        return new RunRecordStore(store);
    }

    @Produces
    @Singleton
    DatasetReader datasets(ObjectStore store) {
        return new DatasetReader(store);
    }
}
