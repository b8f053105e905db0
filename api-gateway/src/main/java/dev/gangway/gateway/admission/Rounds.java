package dev.gangway.gateway.admission;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.Periodic;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has admission look at the queue again and again. */
@ApplicationScoped
class Rounds {

    void start(@Observes StartupEvent started, Periodic periodic, Admission admission, GatewayConfig config) {
        periodic.repeat("admission", config.admission().every(), admission::round);
    }
}
