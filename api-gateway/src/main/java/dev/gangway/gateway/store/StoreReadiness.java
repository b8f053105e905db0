package dev.gangway.gateway.store;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The gateway is ready while the S3 store answers; database and broker have checks of their own. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {

    private static final String NAME = "S3 store";

    private final ObjectStore store;

    StoreReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.exists("readiness");
            return HealthCheckResponse.up(NAME);
        } catch (StoreException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", e.getMessage())
                    .build();
        }
    }
}
