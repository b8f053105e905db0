package dev.gangway.gateway;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Endpoints.Login;
import dev.gangway.embedded.ServiceSchema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real broker, store and database, shared by all tests of this JVM. */
public class EmbeddedParts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Endpoints endpoints = EmbeddedProcess.shared();
        Login login = endpoints.database().login(ServiceSchema.GATEWAY);
        return Map.of(
                "kafka.bootstrap.servers", endpoints.kafkaBootstrap(),
                "quarkus.datasource.jdbc.url", endpoints.database().url(),
                "quarkus.datasource.username", login.role(),
                "quarkus.datasource.password", login.password(),
                "gangway.store.endpoint", endpoints.store().endpoint(),
                "gangway.store.access-key", endpoints.store().accessKey(),
                "gangway.store.secret-key", endpoints.store().secretKey(),
                "gangway.store.bucket", endpoints.store().bucket());
    }

    @Override
    public void stop() {
        // The shared parts end with the JVM.
    }
}
