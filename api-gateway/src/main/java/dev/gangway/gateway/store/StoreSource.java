package dev.gangway.gateway.store;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.archive.MemoryRoom;
import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.gateway.config.DatasetConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.StoreConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the gateway reads from and writes to the S3 store. */
@ApplicationScoped
class StoreSource {

    /** An archive that unpacks to more than this, and to more than so many times its size, is made to do harm. */
    private static final long HARMLESS_BYTES = 256L << 20;

    private static final int RATIO = 100;

    @Produces
    @Singleton
    ObjectStore store(GatewayConfig config) {
        StoreConfig store = config.store();
        return ObjectStore.open(new StoreSettings(
                store.endpoint(),
                store.accessKey(),
                store.secretKey(),
                store.bucket(),
                store.region(),
                store.publicEndpoint().orElse(store.endpoint())));
    }

    @Produces
    @Singleton
    Archives archives(GatewayConfig config) {
        DatasetConfig limits = config.datasets();
        return new Archives(
                new ArchiveLimits(limits.files(), limits.archiveBytes(), limits.unpackedBytes(), RATIO, HARMLESS_BYTES),
                MemoryRoom.ofHeap());
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }

    @Produces
    @Singleton
    RunRecordStore records(ObjectStore store) {
        return new RunRecordStore(store);
    }

    @Produces
    @Singleton
    UploadStore uploads(ObjectStore store) {
        return new UploadStore(store);
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
