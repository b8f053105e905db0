package dev.gangway.gateway.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the gateway from serving anybody with the credentials that stand in its source. */
@ApplicationScoped
class ProductionCheck {

    /** What the credentials of development start with, here and in the embedded parts. */
    private static final String DEVELOPMENT = "development-only";

    private final GatewayConfig config;
    private final String databasePassword;

    ProductionCheck(
            GatewayConfig config, @ConfigProperty(name = "quarkus.datasource.password") String databasePassword) {
        this.config = config;
        this.databasePassword = databasePassword;
    }

    void check(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check();
        }
    }

    /** Throws {@link IllegalStateException} that names what has to be set. */
    void check() {
        List<String> unset = Map.of(
                        "QUARKUS_DATASOURCE_PASSWORD", databasePassword,
                        "GANGWAY_STORE_ACCESS_KEY", config.store().accessKey(),
                        "GANGWAY_STORE_SECRET_KEY", config.store().secretKey(),
                        "GANGWAY_WEBHOOKS_KEY", text(config.webhooks().key()))
                .entrySet()
                .stream()
                .filter(credential -> credential.getValue().startsWith(DEVELOPMENT))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!unset.isEmpty() && !config.local()) {
            throw new IllegalStateException("credentials of development are in use: set " + String.join(", ", unset)
                    + ", or GANGWAY_LOCAL=true on a machine for development");
        }
    }

    /** What a key's bytes say; what is no base64 is refused by whoever seals with it. */
    private static String text(String key) {
        try {
            return new String(Base64.getDecoder().decode(key.strip()), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return key;
        }
    }
}
