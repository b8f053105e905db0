package dev.gangway.completion.persistence;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A completion worker is ready while the S3 store answers; database and broker have checks of their own. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {

    private final ObjectStore store;

    StoreReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.exists("readiness");
            return HealthCheckResponse.up("S3 store");
        } catch (StoreException e) {
            return HealthCheckResponse.named("S3 store")
                    .down()
                    .withData("reason", e.getMessage())
                    .build();
        }
    }
}
