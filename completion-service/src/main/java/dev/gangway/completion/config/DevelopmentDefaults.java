package dev.gangway.completion.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production with passwords that everybody knows. */
@ApplicationScoped
class DevelopmentDefaults {

    private static final String MARK = "development-only";

    private final CompletionConfig config;
    private final String databasePassword;

    DevelopmentDefaults(
            CompletionConfig config, @ConfigProperty(name = "quarkus.datasource.password") String databasePassword) {
        this.config = config;
        this.databasePassword = databasePassword;
    }

    void refuse(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !config.local() && anyInUse()) {
            throw new IllegalStateException("development defaults are not for production: set"
                    + " QUARKUS_DATASOURCE_PASSWORD, GANGWAY_STORE_ACCESS_KEY and GANGWAY_STORE_SECRET_KEY");
        }
    }

    private boolean anyInUse() {
        return Stream.of(
                        databasePassword,
                        config.store().accessKey(),
                        config.store().secretKey())
                .anyMatch(secret -> secret.startsWith(MARK));
    }
}
