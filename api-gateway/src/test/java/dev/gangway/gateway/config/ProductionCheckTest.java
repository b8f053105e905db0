package dev.gangway.gateway.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionCheckTest {

    /** The one in application.properties. */
    private static final String DEVELOPMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2Ytd2ViaG9va3M=";

    @Test
    void credentialsOfDevelopmentAreRefusedByName() {
        ProductionCheck check = new ProductionCheck(config("development-only-secret", "false"), "own");
        assertThatThrownBy(check::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GANGWAY_STORE_SECRET_KEY")
                .hasMessageNotContaining("QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void theDatabasesPasswordOfDevelopmentIsRefused() {
        ProductionCheck check = new ProductionCheck(config("own", "false"), "development-only-gateway");
        assertThatThrownBy(check::check).hasMessageContaining("QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void aMachineForDevelopmentMayUseThem() {
        ProductionCheck check =
                new ProductionCheck(config("development-only-secret", "true"), "development-only-gateway");
        assertThatCode(check::check).doesNotThrowAnyException();
    }

    @Test
    void ownCredentialsAreFine() {
        assertThatCode(new ProductionCheck(config("own", "false"), "own")::check)
                .doesNotThrowAnyException();
    }

    @Test
    void theKeyOfDevelopmentIsRefused() {
        ProductionCheck check = new ProductionCheck(config("own", "false", DEVELOPMENT_KEY), "own");
        assertThatThrownBy(check::check).hasMessageContaining("GANGWAY_WEBHOOKS_KEY");
        assertThatCode(new ProductionCheck(config("own", "true", DEVELOPMENT_KEY), "own")::check)
                .doesNotThrowAnyException();
    }

    private static GatewayConfig config(String secret, String local) {
        return config(secret, local, "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    private static GatewayConfig config(String secret, String local, String key) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(java.time.Duration.class, 300, new DurationConverter())
                .withDefaultValues(Map.of(
                        "gangway.local",
                        local,
                        "gangway.store.endpoint",
                        "http://127.0.0.1:1",
                        "gangway.store.access-key",
                        "own",
                        "gangway.store.secret-key",
                        secret,
                        "gangway.store.bucket",
                        "bucket",
                        "gangway.webhooks.key",
                        key))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
