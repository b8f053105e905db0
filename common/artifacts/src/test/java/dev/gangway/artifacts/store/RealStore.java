package dev.gangway.artifacts.store;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import java.net.URI;

/** The S3 store that the integration tests share. */
public final class RealStore {

    private RealStore() {}

    /** Opens the shared store's bucket. */
    public static ObjectStore open() {
        return ObjectStore.open(settings());
    }

    static StoreSettings settings() {
        Endpoints.Store store = EmbeddedProcess.shared().store();
        return new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1");
    }
}
