package dev.gangway.gateway;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.StoreConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Operations of tests alone, which cannot do what they are asked for. */
@Path("/v1/failing")
@Blocking
class FailingOperations {

    private final StoreConfig store;

    FailingOperations(GatewayConfig config) {
        this.store = config.store();
    }

    /** Nothing listens at the store's address. */
    @GET
    @Path("store-away")
    @Operation(hidden = true)
    public String storeAway() {
        return read(URI.create("http://127.0.0.1:1"), store.secretKey());
    }

    /** The store is there, and refuses the credentials. */
    @GET
    @Path("store-refuses")
    @Operation(hidden = true)
    public String storeRefuses() {
        return read(store.endpoint(), "another-secret");
    }

    /** What the framework says of itself when it has no time. */
    @GET
    @Path("framework-busy")
    @Operation(hidden = true)
    public String frameworkBusy() {
        throw new ServiceUnavailableException();
    }

    private String read(URI endpoint, String secret) {
        StoreSettings settings =
                new StoreSettings(endpoint, store.accessKey(), secret, store.bucket(), store.region(), endpoint);
        try (ObjectStore refusing = ObjectStore.open(settings)) {
            return Boolean.toString(refusing.exists("uploads/default/x"));
        }
    }
}
