package dev.gangway.completion;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.ServiceSchema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real broker, store and database for the tests of this module. */
public class EmbeddedParts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Endpoints endpoints = EmbeddedProcess.shared();
        Endpoints.Login login = endpoints.database().login(ServiceSchema.COMPLETION);
        return Map.of(
                "kafka.bootstrap.servers", endpoints.kafkaBootstrap(),
                "quarkus.datasource.jdbc.url", endpoints.database().url(ServiceSchema.COMPLETION),
                "quarkus.datasource.username", login.role(),
                "quarkus.datasource.password", login.password(),
                "gangway.store.endpoint", endpoints.store().endpoint(),
                "gangway.store.access-key", endpoints.store().accessKey(),
                "gangway.store.secret-key", endpoints.store().secretKey(),
                "gangway.store.bucket", endpoints.store().bucket(),
                "gangway.batch.images", "4");
    }

    @Override
    public void stop() {
        // The parts are shared by all tests of this JVM and end with it.
    }
}
